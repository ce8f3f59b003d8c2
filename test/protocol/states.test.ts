import { readState } from '../../nodes/CascadeMessaging/protocol/states';

describe('readState', () => {
	it.each([
		['send', 'inProgress', false],
		['deliver', 'delivered', true],
		['not_deliver', 'notDelivered', true],
		['expired', 'expired', true],
		['partly_deliver', 'noReceipt', true],
	])('translates %s to %s (final: %s)', (state, outcome, final) => {
		expect(readState(state)).toEqual({ outcome, final });
	});

	it.each([
		'Сообщение с таким ID не принималось',
		'',
		'delivered',
		'__proto__',
		'constructor',
		'toString',
		'hasOwnProperty',
	])('takes %j for an error: final, outcome unknown', (state) => {
		expect(readState(state)).toEqual({ outcome: 'unknown', final: true });
	});
});
