import { Range } from "vscode";

/** A range as the protocol has it; zero-based, in UTF-16 units. */
export interface WireRange {
  start: { line: number; character: number };
  end: { line: number; character: number };
}

/** Returns whether a value is a range of the protocol: arguments of commands can come from anyone. */
export function isRange(value: unknown): value is WireRange {
  const { start, end } = (value ?? {}) as Partial<WireRange>;
  const numbers = [start?.line, start?.character, end?.line, end?.character];
  return numbers.every((one) => Number.isInteger(one) && Number(one) >= 0);
}

/** Converts a range of the protocol to one of VS Code. */
export function toRange({ start, end }: WireRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
