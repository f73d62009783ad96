// Package errs has the codes with which the billing service answers.
package errs

const (
	// ErrCardDeclined: the bank has declined the card.
	ErrCardDeclined = "Billing.CardDeclined"
	// ErrInvoicePaid: the invoice is paid already.
	ErrInvoicePaid = "Billing.InvoicePaid"
	// ErrCurrencyUnsupported: invoices cannot be in this currency.
	ErrCurrencyUnsupported = "Billing.CurrencyUnsupported"
)
