import { isRecord } from '../../nodes/CascadeMessaging/protocol/isRecord';

describe('isRecord', () => {
	it.each([{}, { a: 1 }, Object.create(null)])('takes %j', (value) => {
		expect(isRecord(value)).toBe(true);
	});

	it.each([undefined, null, [], 'text', 1, true])('refuses %j', (value) => {
		expect(isRecord(value)).toBe(false);
	});
});
