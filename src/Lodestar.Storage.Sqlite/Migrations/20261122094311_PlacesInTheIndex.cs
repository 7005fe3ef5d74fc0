// SPDX-License-Identifier: Apache-2.0
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lodestar.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PlacesInTheIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "PerPerson",
                table: "index_totals",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Alpha2",
                table: "index_plans",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "AreaKm2",
                table: "index_plans",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "BaseTonnes",
                table: "index_plans",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "BaseYear",
                table: "index_plans",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Boundary",
                table: "index_plans",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Codes",
                table: "index_plans",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Gases",
                table: "index_plans",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "GwpSet",
                table: "index_plans",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasTarget",
                table: "index_plans",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<double>(
                name: "Latitude",
                table: "index_plans",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Longitude",
                table: "index_plans",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Names",
                table: "index_plans",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Parents",
                table: "index_plans",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<double>(
                name: "Population",
                table: "index_plans",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PopulationYear",
                table: "index_plans",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Publisher",
                table: "index_plans",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SourceTitle",
                table: "index_plans",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "PerPerson",
                table: "index_totals");

            migrationBuilder.DropColumn(
                name: "Alpha2",
                table: "index_plans");

            migrationBuilder.DropColumn(
                name: "AreaKm2",
                table: "index_plans");

            migrationBuilder.DropColumn(
                name: "BaseTonnes",
                table: "index_plans");

            migrationBuilder.DropColumn(
                name: "BaseYear",
                table: "index_plans");

            migrationBuilder.DropColumn(
                name: "Boundary",
                table: "index_plans");

            migrationBuilder.DropColumn(
                name: "Codes",
                table: "index_plans");

            migrationBuilder.DropColumn(
                name: "Gases",
                table: "index_plans");

            migrationBuilder.DropColumn(
                name: "GwpSet",
                table: "index_plans");

            migrationBuilder.DropColumn(
                name: "HasTarget",
                table: "index_plans");

            migrationBuilder.DropColumn(
                name: "Latitude",
                table: "index_plans");

            migrationBuilder.DropColumn(
                name: "Longitude",
                table: "index_plans");

            migrationBuilder.DropColumn(
                name: "Names",
                table: "index_plans");

            migrationBuilder.DropColumn(
                name: "Parents",
                table: "index_plans");

            migrationBuilder.DropColumn(
                name: "Population",
                table: "index_plans");

            migrationBuilder.DropColumn(
                name: "PopulationYear",
                table: "index_plans");

            migrationBuilder.DropColumn(
                name: "Publisher",
                table: "index_plans");

            migrationBuilder.DropColumn(
                name: "SourceTitle",
                table: "index_plans");
        }
    }
}
