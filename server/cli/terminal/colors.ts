import pc from "picocolors";

/** Colours for standard output: on terminals only, unlike the library's own detection, which colours every CI log. */
export const colors = pc.createColors(Boolean(process.stdout.isTTY) && !process.env.NO_COLOR);
