import type { Catalog } from "./catalog.ts";

/** A service with the number of its entries; `isOwn` if they are a user's. */
export interface Product {
  provider: string;
  service: string;
  count: number;
  isOwn: boolean;
}

/** Returns the services of a catalog with the number of their entries: those of users apart from the others. */
export function productsOf({ layers }: Catalog): Product[] {
  return layers.flatMap((layer) => {
    const counts = new Map<number, number>();
    for (const owner of layer.numbersIn("owner")) counts.set(owner, (counts.get(owner) ?? 0) + 1);
    return [...counts].map(([owner, count]): Product => {
      const [provider = "", service = ""] = layer.table.owners[owner] ?? [];
      return { provider, service, count, isOwn: layer.isOwn };
    });
  });
}
