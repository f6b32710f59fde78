// What a part of the benchmarks found: as a table for the terminal, in Markdown, and as JSON with every sample.

import type { Measured, Ratio } from "./statistics.ts";

export type Cell = string | number | Measured | Ratio;

export interface Part {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly notes: readonly string[];
  /** Bars that are missed. */
  readonly failures: readonly string[];
}

/** What parts may be told. */
export interface Options {
  /** Lines of the longest text, or files of the largest folder. */
  readonly most: number;
}

export function plainTable({ columns, rows }: Part): string {
  const lines = [columns, ...rows.map((row) => row.map(cellText))];
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => (line[i] ?? "").length)));
  return lines
    .map((line) => line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  "))
    .join("\n");
}

export function markdown({ title, columns, rows, notes }: Part): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rule = row(columns.map((_, i) => (i === 0 ? "---" : "---:")));
  return [`### ${title}`, "", row(columns), rule, ...rows.map((cells) => row(cells.map(cellText))), "", ...notes, ""].join("\n");
}

function cellText(cell: Cell): string {
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return figure(cell);
  if ("samples" in cell) return `${figure(cell.median)} ±${figure(cell.deviation)}`;
  return `${cell.value.toFixed(2)} (${cell.low.toFixed(2)}–${cell.high.toFixed(2)})`;
}

function figure(value: number): string {
  if (Number.isInteger(value) || value >= 100) return String(Math.round(value));
  return value.toFixed(value < 10 ? 2 : 1);
}
