/** The document of docs/protocol.md section 9, with changes at its top, in the answer, or in what was written. */
export function posted(changes: object = {}, response: object = {}, content: object = {}): Record<string, unknown> {
	return {
		message_id: '123456',
		channel: 'viber',
		timestamp: '2023-01-01 09:00:00',
		recipient_response: {
			recipient: { phone: 79001234567 },
			from: 'TEST',
			content: { type: 'text', text: 'Call me', ...content },
			...response,
		},
		...changes,
	};
}

/** What is read from the usual document. */
export const READ = { messageId: '123456', phone: '79001234567', text: 'Call me', sender: 'TEST', repliedAt: '2023-01-01T09:00:00.000Z' };
