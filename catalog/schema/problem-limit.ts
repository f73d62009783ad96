import type { LocalizedText } from "../text/localized-text.ts";

/** As many faults of one kind are told one by one: a file with more of them is none that somebody would mend by hand. */
export const maximumProblems = 100;

/** Creates the problems of the first of some faults in a file, and a last one that counts the others. */
export function problemsOf<T, P extends { message: LocalizedText }>(
  faults: readonly T[],
  create: (fault: T) => P,
): P[] {
  const problems = faults.slice(0, maximumProblems).map(create);
  const last = problems.at(-1);
  const omitted = faults.length - problems.length;
  if (!last || omitted === 0) return problems;
  const message = {
    en: `${omitted.toLocaleString("en")} more problems like those before are not listed.`,
    "zh-CN": `另有 ${omitted.toLocaleString("en")} 个同类问题未列出。`,
  };
  return [...problems, { ...last, message }];
}
