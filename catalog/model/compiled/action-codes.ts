import { packNumbers, readNumbers } from "./numbers.ts";
import type { Parts, Sections } from "./sections.ts";
import { VarintReader, VarintWriter } from "./varint.ts";

/** The name of the section, beside which `starts` says where the lists of each service begin. */
const section = "actions.codes";

/**
 * Adds the sections of which codes the actions of each service answer with, by the number of the service: for each of its
 * codes, in an order that the reader knows, the ranks in ascending order of the actions among those of the service.
 */
export function writeActionCodes(
  services: readonly (readonly (readonly number[])[])[],
  sections: Map<string, Uint8Array>,
): void {
  const writer = new VarintWriter();
  const starts = services.map((codes) => {
    const start = writer.length;
    for (const ranks of codes) {
      writer.write(ranks.length);
      let before = 0;
      for (const rank of ranks) {
        writer.write(rank - before);
        before = rank;
      }
    }
    return start;
  });
  sections.set(`${section}.starts`, packNumbers([...starts, writer.length]));
  sections.set(section, writer.toBytes());
}

/** Which actions of a service answer with its codes. */
export interface CodesOfService {
  /** Where the ranks of each code begin, and where those of the last one end. */
  starts: Uint32Array;
  /** The ranks of actions among those of the service. */
  ranks: Uint16Array;
}

/** Reads what {@link writeActionCodes} has written, each service for itself. */
export class ActionCodes {
  readonly #starts: Uint32Array;
  readonly #lists: Parts;

  constructor(sections: Sections) {
    this.#starts = readNumbers(sections, `${section}.starts`) ?? new Uint32Array(1);
    this.#lists = sections.parts(section);
  }

  /** Returns what is known of a service with a number of codes. */
  of(service: number, codes: number): CodesOfService {
    const bytes = this.#lists.slice(this.#starts[service] ?? 0, this.#starts[service + 1] ?? 0);
    const [starts, ranks] = [new Uint32Array(codes + 1), new Uint16Array(bytes.length)];
    const reader = new VarintReader(bytes);
    let at = 0;
    for (let code = 0; code < codes; code++) {
      const end = at + reader.next();
      for (let rank = 0; at < end; at++) {
        rank += reader.next();
        ranks[at] = rank;
      }
      starts[code + 1] = at;
    }
    return { starts, ranks: ranks.slice(0, at) };
  }
}
