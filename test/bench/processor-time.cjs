// Loaded into a process before its program: writes the processor time of the process at its end, in milliseconds, into
// the file that the environment names.
const { writeFileSync } = require("node:fs");
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.PROCESSOR_TIME_FILE, String((user + system) / 1000));
});
