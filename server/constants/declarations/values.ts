import { statusNamed } from "../../../catalog/importers/status-name.ts";
import type { Cell } from "../../../catalog/importers/table.ts";
import type { Expression, Item } from "./expression.ts";
import { itemsInside } from "./expressions.ts";
import type { Annotation } from "./members.ts";
import type { ParameterNames } from "./parameter-names.ts";
import type { SourceText } from "./source-text.ts";

/** How deep records in records are read. */
const maximumDepth = 3;

/** Reads what a declaration states, by labels. */
export class Values {
  readonly #source: SourceText;
  readonly #parameters: ParameterNames;
  /** What constants are set to, by their names. */
  readonly #constants: ReadonlyMap<string, Expression>;
  /** Whether the names of statuses may stand alone. */
  readonly #importsStatuses: boolean;

  constructor(source: SourceText, parameters: ParameterNames, constants: ReadonlyMap<string, Expression>) {
    this.#source = source;
    this.#parameters = parameters;
    this.#constants = constants;
    this.#importsStatuses =
      /^\s*(?:import|from|use)\b[^;\r\n]*\b(?:HttpStatus|StatusCodes?|http_status)\b/m.test(source.text);
  }

  /** Returns the values of an expression; `owner` is the class whose constructor takes the arguments of a member. */
  of(value: Expression, owner: string): Map<string, Cell> {
    const values = new Map<string, Cell>();
    const scalar = this.scalar(value);
    if (scalar) values.set("value", scalar);
    else if (value.kind === "items") this.#addItems(values, value, value.callee || owner, "", 0);
    return values;
  }

  /** Returns a text, a number or what a name stands for. */
  scalar(value: Expression, depth = 0): Cell | undefined {
    if (value.kind === "text" || value.kind === "number") return value.cell;
    if (value.kind === "items") {
      // `_("…")` and `errors.New("…")` are their text.
      const [only] = value.items;
      return value.bracket === "(" &&
        value.items.length === 1 &&
        only &&
        !only.label &&
        value.callee &&
        depth < maximumDepth
        ? this.scalar(only.value, depth + 1)
        : undefined;
    }
    if (value.kind !== "name") return undefined;
    const isImported = this.#importsStatuses && !this.#constants.has(value.cell.text);
    const status = statusNamed(isImported ? `HttpStatus.${value.cell.text}` : value.cell.text);
    if (status !== undefined) return { ...value.cell, text: String(status) };
    const target = this.#constants.get(lastName(value.cell.text));
    if (!target || target.kind === "name" || depth >= maximumDepth) return undefined;
    const found = this.scalar(target, depth + 1);
    return found && { ...value.cell, text: found.text };
  }

  #addItems(
    values: Map<string, Cell>,
    { items }: Expression & { kind: "items" },
    callee: string,
    prefix: string,
    depth: number,
  ): void {
    const positional = items.filter(({ label }) => !label).length;
    const names = positional > 0 ? this.#parameters.of(callee, positional) : undefined;
    let position = 0;
    for (const item of items) {
      const label = item.label?.text ?? names?.[position] ?? `#${position}`;
      if (!item.label) position++;
      this.#addItem(values, item, `${prefix}${label}`, depth);
    }
  }

  #addItem(values: Map<string, Cell>, { value }: Item, label: string, depth: number): void {
    const scalar = this.scalar(value);
    if (scalar) {
      if (!values.has(label)) values.set(label, scalar);
      return;
    }
    if (value.kind !== "items" || depth >= maximumDepth) return;
    // What a call in an argument takes are arguments, too; the fields of a record in a record are below its name.
    const isCall = value.bracket === "(" || label.startsWith("#");
    this.#addItems(values, value, value.callee, isCall ? "" : `${label}.`, depth + 1);
  }

  /** Returns what annotations say: the first text of each, or the code that it is written as. */
  ofAnnotations(annotations: readonly Annotation[]): Map<string, Cell> {
    const values = new Map<string, Cell>();
    for (const { name, open } of annotations) {
      if (open === undefined) continue;
      const label = labelOfAnnotation(name);
      for (const item of itemsInside(this.#source, open)) {
        const cell = this.scalar(item.value);
        const own = item.label ? labelOfAnnotation(item.label.text) || label : label;
        if (cell && own && !values.has(own)) values.set(own, cell);
      }
    }
    return values;
  }
}

/** Returns the label of what an annotation says, such as `error` and `Description`; undefined if it says nothing of an error. */
function labelOfAnnotation(name: string): string | undefined {
  if (
    /^(?:rename|value|serde|strum|serialize|EnumMember|JsonProperty|SerializedName|SerialName|code|Code|ErrorCode)$/.test(
      name,
    )
  )
    return "@code";
  if (
    /^(?:error|message|msg|Message|Msg|desc|description|Description|Display|display|name|Name|text|Text|EnumText)$/.test(
      name,
    )
  )
    return "message";
  if (/^(?:status|Status|HttpStatus|HttpStatusCode|ResponseStatus|status_code|StatusCode)$/.test(name))
    return "status";
  return undefined;
}

/** Returns the last name of a path. */
export function lastName(path: string): string {
  return /[\p{L}\p{N}_$]+$/u.exec(path)?.[0] ?? path;
}
