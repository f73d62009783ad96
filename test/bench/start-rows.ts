import { interleaved, type Row } from "./measure.ts";
import { type ServerProcess, startServer } from "./server-process.ts";

/** Measures the start of the server with a catalog, without one, and of VS Code's own server for JSON. */
export async function startRows(
  { withCatalog, empty, json }: { withCatalog: string; empty: string; json: string },
  size: number,
  rounds: number,
): Promise<Row[]> {
  const memory: Record<string, number> = {};
  const timeOf = async ({ begin, kill, memory }: ServerProcess, keep: (used: number) => void) => {
    const time = performance.now() - begin;
    keep((await memory()) / 1e6);
    kill();
    return time;
  };
  const measure = (program: string) => async () =>
    timeOf(await startServer(program), (used) => {
      memory[program] = used;
    });
  // The first start of all, after which the compiled code is kept.
  const anew = async () =>
    timeOf(await startServer(withCatalog, { NODE_DISABLE_COMPILE_CACHE: "1" }), () => {});
  for (const program of [withCatalog, empty]) await (await startServer(program)).end();
  const [own = 0, bare = 0, peer = 0, first = 0] = await interleaved(rounds, [
    ...[withCatalog, empty, json].map(measure),
    anew,
  ]);
  const entries = `${size.toLocaleString("en")} entries`;
  const what = `start → initialize answered, ${entries}`;
  return [
    { what, value: own, unit: "ms", beside: { name: "vscode-json", value: peer }, goal: "≤ 0.95 ×" },
    { what, value: own, unit: "ms", beside: { name: "without a catalog", value: bare }, goal: "≤ 1.08 ×" },
    {
      what: `the same, nothing compiled before, ${entries}`,
      value: first,
      unit: "ms",
      beside: { name: "vscode-json", value: peer },
      goal: "",
    },
    {
      what: `memory then, ${entries}`,
      value: memory[withCatalog] ?? 0,
      unit: "MB",
      beside: { name: "without a catalog", value: memory[empty] ?? 0 },
      goal: "",
    },
  ];
}
