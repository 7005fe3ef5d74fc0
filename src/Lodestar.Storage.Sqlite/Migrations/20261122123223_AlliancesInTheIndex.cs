// SPDX-License-Identifier: Apache-2.0
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lodestar.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AlliancesInTheIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Asks",
                table: "index_plans",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Claims",
                table: "index_plans",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Facts",
                table: "index_plans",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Findings",
                table: "index_plans",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Path",
                table: "index_plans",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<byte[]>(
                name: "ScopeOne",
                table: "index_plans",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Asks",
                table: "index_plans");

            migrationBuilder.DropColumn(
                name: "Claims",
                table: "index_plans");

            migrationBuilder.DropColumn(
                name: "Facts",
                table: "index_plans");

            migrationBuilder.DropColumn(
                name: "Findings",
                table: "index_plans");

            migrationBuilder.DropColumn(
                name: "Path",
                table: "index_plans");

            migrationBuilder.DropColumn(
                name: "ScopeOne",
                table: "index_plans");
        }
    }
}
