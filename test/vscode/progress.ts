const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** Runs one step of work and prints its title and its duration in seconds to stderr. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const spinner = process.stderr.isTTY ? spin(() => `${title} ${seconds()}`) : undefined;
  if (spinner === undefined) process.stderr.write(`${title} …\n`);
  try {
    const result = await work();
    spinner?.stop();
    process.stderr.write(`${title}: done in ${seconds()}\n`);
    return result;
  } catch (error) {
    spinner?.stop();
    process.stderr.write(`${title}: failed after ${seconds()}\n`);
    throw error;
  }
}

function spin(text: () => string) {
  let frame = 0;
  const timer = setInterval(() => {
    process.stderr.write(`\r\x1b[K${frames[frame++ % frames.length]} ${text()}`);
  }, 100);
  return {
    stop() {
      clearInterval(timer);
      process.stderr.write("\r\x1b[K");
    },
  };
}
