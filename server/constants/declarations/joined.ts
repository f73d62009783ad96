import type { SourceGroup, SourceMember } from "../../../catalog/importers/source-group.ts";

/** The share of the names in a collection that must be declared elsewhere for it to say something of these. */
const mostNames = 0.6;

/**
 * Adds what collections say of declared constants, such as `{ [ErrorCode.NotFound]: "…" }`, to these. A collection of which
 * everything could be added is no group of its own.
 */
export function joined(groups: readonly SourceGroup[]): SourceGroup[] {
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

/** Adds the values of a member of a collection, a single one below the name of the collection. */
function addTo(declared: SourceMember, member: SourceMember | undefined, name: string): void {
  for (const [label, cell] of member?.values ?? []) {
    const own = label === "value" ? name : label;
    if (!declared.values.has(own)) declared.values.set(own, cell);
  }
  if (member?.comment && !declared.comment) declared.comment = member.comment;
}
