package errs

// APIError is what the gateway answers with.
type APIError struct{ ErrCode string }

// CanRetry tells whether the same charge may succeed later.
func CanRetry(e APIError) bool {
	switch e.ErrCode {
	case ErrCardDeclined, ErrInvoicePaid:
		return false
	case "Orders.Locked", "Orders.LimitExceeded":
		return true
	}
	return e.ErrCode == "Inventory.Reserved"
}
