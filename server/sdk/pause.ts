/** How long work goes on before other work can go first, in milliseconds. */
const slice = 15;

/** Returns a function to be awaited between pieces of work: it lets other work go first if that waits already for long. */
export function pauses(): () => Promise<void> {
  let begun = Date.now();
  return async () => {
    if (Date.now() - begun < slice) return;
    await new Promise((resolve) => setTimeout(resolve));
    begun = Date.now();
  };
}
