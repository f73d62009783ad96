/** Returns a TypeScript file with the given number of lines, with an error code in every tenth line. */
export function longFile(lines: number): string {
  const codes = [
    "AuthFailure.SignatureExpire",
    "Throttling",
    "InvalidParameter.NotFound",
    "REQUEST_TIMED_OUT",
  ];
  return Array.from({ length: lines }, (_, line) =>
    line % 10 === 0
      ? `  if (error.code === "${codes[(line / 10) % codes.length]}") return retry(${line});`
      : `  const value${line} = compute("name ${line}", { key: ${line}, list: [1, 2, 3] }); // 说明 ${line}`,
  ).join("\n");
}
