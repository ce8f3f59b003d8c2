/** Where the gateway answers (docs/protocol.md sections 2, 3, 4 and 8), as the manual writes it behind the host. */
export const GATEWAY_PATHS = {
	json: '/sendmessagejson.php',
	xmlSend: '/xml/message.php',
	xmlStates: '/xml/state_message.php',
	get: '/sendmessage.php',
	account: '/sendsmsjson.php',
} as const;
