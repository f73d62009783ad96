/** What the page says when an order cannot be placed. */
export async function place(order: { items: string[] }): Promise<string> {
  const response = await fetch("https://api.acme.example/orders", {
    method: "POST",
    body: JSON.stringify(order),
  });
  const answer = await response.json();
  switch (answer.errorCode) {
    case "Orders.Closed":
      return "This order is closed.";
    case "Orders.Lockd":
      return "Somebody else is changing this order.";
    case "Inventory.Reserved":
      return "An item is reserved for somebody else.";
    case "Billing.CardDeclined":
      return "Your bank has declined the card.";
  }
  return response.ok ? "Thank you!" : "Something went wrong.";
}
