// Package directconnect opens and removes Direct Connect tunnels on Tencent Cloud.
package directconnect

import (
	"context"
	"fmt"

	"github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common"
	"github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/errors"
	dc "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/dc/v20180410"
)

// Tunnel is what a new tunnel needs; the addresses are the two ends of the link, in CIDR notation.
type Tunnel struct {
	Name            string
	ConnectionID    string
	VLAN            int64
	TencentAddress  string
	CustomerAddress string
}

// Create opens a tunnel and returns its ID.
func Create(ctx context.Context, client *dc.Client, tunnel Tunnel) (string, error) {
	request := dc.NewCreateDirectConnectTunnelRequest()
	request.DirectConnectTunnelName = common.StringPtr(tunnel.Name)
	request.DirectConnectId = common.StringPtr(tunnel.ConnectionID)
	request.Vlan = common.Int64Ptr(tunnel.VLAN)
	request.TencentAddress = common.StringPtr(tunnel.TencentAddress)
	request.CustomerAddress = common.StringPtr(tunnel.CustomerAddress)

	response, err := client.CreateDirectConnectTunnelWithContext(ctx, request)
	if err != nil {
		return "", explain(err, tunnel)
	}
	ids := response.Response.DirectConnectTunnelIdSet
	if len(ids) == 0 {
		return "", fmt.Errorf("tunnel %s: accepted, but no ID was returned", tunnel.Name)
	}
	return *ids[0], nil
}

// Delete removes a tunnel; one that is gone already is no error.
func Delete(ctx context.Context, client *dc.Client, id string) error {
	request := dc.NewDeleteDirectConnectTunnelRequest()
	request.DirectConnectTunnelId = common.StringPtr(id)

	_, err := client.DeleteDirectConnectTunnelWithContext(ctx, request)
	if sdkErr, ok := err.(*errors.TencentCloudSDKError); ok {
		if sdkErr.Code == "ResourceNotFound.DirectConnectTunnelIdIsNotExist" {
			return nil
		}
	}
	return err
}

// explain names the input that has to change, where the code tells which one that is.
func explain(err error, tunnel Tunnel) error {
	if sdkErr, ok := err.(*errors.TencentCloudSDKError); ok {
		switch sdkErr.Code {
		// The capital L is the API's own spelling; "Conflict" would never match.
		case "InvalidParameterValue.VlanConfLict":
			return fmt.Errorf("VLAN %d is taken: %w", tunnel.VLAN, err)
		case "InvalidParameter.AddressError":
			return fmt.Errorf("%s and %s are no pair: %w", tunnel.TencentAddress, tunnel.CustomerAddress, err)
		case "InvalidParameter.DirectConnectIdIsNotUin":
			return fmt.Errorf("%s belongs to another account: %w", tunnel.ConnectionID, err)
		case "LimitExceeded.DirectConnectTunnelLimitExceeded", "ResourceUnavailable.InsufficientBalance":
			return fmt.Errorf("the account allows no further tunnel: %w", err)
		}
	}
	return err
}
