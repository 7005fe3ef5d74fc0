// SPDX-License-Identifier: Apache-2.0
using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lodestar.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "blobs",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Encoding = table.Column<int>(type: "INTEGER", nullable: false),
                    Stored = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_blobs", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "revisions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PlanId = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Parent = table.Column<string>(type: "TEXT", nullable: true),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Author = table.Column<string>(type: "TEXT", nullable: true),
                    Message = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_revisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_revisions_revisions_Parent",
                        column: x => x.Parent,
                        principalTable: "revisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "manifest_entries",
                columns: table => new
                {
                    RevisionId = table.Column<string>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    BlobHash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_manifest_entries", x => new { x.RevisionId, x.Path });
                    table.ForeignKey(
                        name: "FK_manifest_entries_blobs_BlobHash",
                        column: x => x.BlobHash,
                        principalTable: "blobs",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_manifest_entries_revisions_RevisionId",
                        column: x => x.RevisionId,
                        principalTable: "revisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_heads",
                columns: table => new
                {
                    PlanId = table.Column<string>(type: "TEXT", nullable: false),
                    RevisionId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_heads", x => x.PlanId);
                    table.ForeignKey(
                        name: "FK_plan_heads_revisions_RevisionId",
                        column: x => x.RevisionId,
                        principalTable: "revisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "index_plans",
                columns: table => new
                {
                    PlanId = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    RevisionId = table.Column<string>(type: "TEXT", nullable: false),
                    Country = table.Column<string>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", nullable: true),
                    InventoryYear = table.Column<int>(type: "INTEGER", nullable: true),
                    Tonnes = table.Column<double>(type: "REAL", nullable: true),
                    Gas = table.Column<string>(type: "TEXT", nullable: true),
                    TonnesPerPerson = table.Column<double>(type: "REAL", nullable: true),
                    NetZeroYear = table.Column<int>(type: "INTEGER", nullable: true),
                    Holds = table.Column<string>(type: "TEXT", nullable: false),
                    Errors = table.Column<int>(type: "INTEGER", nullable: false),
                    Warnings = table.Column<int>(type: "INTEGER", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IndexVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_index_plans", x => x.PlanId);
                    table.ForeignKey(
                        name: "FK_index_plans_plan_heads_PlanId",
                        column: x => x.PlanId,
                        principalTable: "plan_heads",
                        principalColumn: "PlanId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "index_milestones",
                columns: table => new
                {
                    PlanId = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Tonnes = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_index_milestones", x => new { x.PlanId, x.Year });
                    table.ForeignKey(
                        name: "FK_index_milestones_index_plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "index_plans",
                        principalColumn: "PlanId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "index_totals",
                columns: table => new
                {
                    PlanId = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Tonnes = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_index_totals", x => new { x.PlanId, x.Year });
                    table.ForeignKey(
                        name: "FK_index_totals_index_plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "index_plans",
                        principalColumn: "PlanId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_index_plans_Name",
                table: "index_plans",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_manifest_entries_BlobHash",
                table: "manifest_entries",
                column: "BlobHash");

            migrationBuilder.CreateIndex(
                name: "IX_plan_heads_RevisionId",
                table: "plan_heads",
                column: "RevisionId");

            migrationBuilder.CreateIndex(
                name: "IX_revisions_Parent",
                table: "revisions",
                column: "Parent");

            migrationBuilder.CreateIndex(
                name: "IX_revisions_PlanId_Number",
                table: "revisions",
                columns: new[] { "PlanId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "index_milestones");

            migrationBuilder.DropTable(
                name: "index_totals");

            migrationBuilder.DropTable(
                name: "manifest_entries");

            migrationBuilder.DropTable(
                name: "index_plans");

            migrationBuilder.DropTable(
                name: "blobs");

            migrationBuilder.DropTable(
                name: "plan_heads");

            migrationBuilder.DropTable(
                name: "revisions");
        }
    }
}
