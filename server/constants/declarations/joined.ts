import type { SourceGroup, SourceMember } from "../../../catalog/importers/source-group.ts";
import { wordsOf } from "../../../catalog/model/words.ts";

/** The share of the names in a collection that must be declared elsewhere for it to say something of these. */
const mostNames = 0.6;

/**
 * Adds what collections say of declared constants, such as `{ [ErrorCode.NotFound]: "…" }`, to these. A collection of which
 * everything could be added is no group of its own.
 */
export function joined(all: readonly SourceGroup[]): SourceGroup[] {
  const groups = withTexts(all);
  const byName = new Map<string, { member: SourceMember; group: SourceGroup }>();
  // What is declared comes before the keys of collections.
  for (const group of groups.toSorted((one, other) => Number(one.hasKeys ?? 0) - Number(other.hasKeys ?? 0)))
    for (const member of group.members)
      if (member.name && !member.isReference && !byName.has(member.name.text))
        byName.set(member.name.text, { member, group });
  return groups.flatMap((group) => {
    const { members, name } = group;
    const found = members.map((member) => {
      const declared = byName.get(member.name?.text ?? "");
      // A name in quotes may be declared in the collection itself.
      return declared && declared.group !== group ? declared.member : undefined;
    });
    const count = found.filter((one) => one).length;
    const isOfReferences = members.some(({ isReference }) => isReference);
    if (count === 0 || (!isOfReferences && count < Math.max(2, members.length * mostNames))) return [group];
    for (const [index, declared] of found.entries()) if (declared) addTo(declared, members[index], name);
    const rest = members.filter((_, index) => !found[index]);
    return rest.length > 0 ? [{ ...group, members: rest }] : [];
  });
}

/** Words that names of codes, and names of their texts, differ in. */
const [textWords, codeWords] = [
  /^(?:msgs?|messages?|texts?|desc|descriptions?)$/,
  /^(?:codes?|errs?|errors?|errno)$/,
];

/** Adds constants that are texts to those whose names say the same: `MsgNotFound` to `CodeNotFound`. */
function withTexts(groups: readonly SourceGroup[]): SourceGroup[] {
  const codes = new Map<string, SourceMember>();
  const isText = ({ name, values }: SourceMember) =>
    values.has("value") && wordsOf(name?.text ?? "").some((word) => textWords.test(word));
  for (const { members } of groups)
    for (const member of members) {
      const stem = stemOf(member);
      if (member.name && !isText(member) && member.values.has("value") && !codes.has(stem))
        codes.set(stem, member);
    }
  return groups.flatMap((group) => {
    const rest = group.members.filter((member) => {
      const code = isText(member) ? codes.get(stemOf(member)) : undefined;
      const text = member.values.get("value");
      if (code && text && !code.values.has("message")) code.values.set("message", text);
      return code === undefined;
    });
    if (rest.length === group.members.length) return [group];
    return rest.length > 0 ? [{ ...group, members: rest }] : [];
  });
}

/** Returns the words of a name but for those. */
function stemOf({ name }: SourceMember): string {
  const words = wordsOf(name?.text ?? "");
  return words.filter((word) => !textWords.test(word) && !codeWords.test(word)).join(" ");
}

/** Adds the values of a member of a collection, a single one below the name of the collection. */
function addTo(declared: SourceMember, member: SourceMember | undefined, name: string): void {
  for (const [label, cell] of member?.values ?? []) {
    const own = label === "value" ? name : label;
    if (!declared.values.has(own)) declared.values.set(own, cell);
  }
  if (member?.comment && !declared.comment) declared.comment = member.comment;
}
