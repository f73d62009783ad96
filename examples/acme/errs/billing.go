// Package errs has the codes with which the billing service answers.
package errs

const (
	// CardDeclined: the bank has declined the card.
	CardDeclined = "Billing.CardDeclined"
	// InvoicePaid: the invoice is paid already.
	InvoicePaid = "Billing.InvoicePaid"
	// CurrencyUnsupported: invoices cannot be in this currency.
	CurrencyUnsupported = "Billing.CurrencyUnsupported"
)
