import { readWait, waitField } from '../../../../nodes/CascadeMessaging/operations/message/send/wait';
import { refusalOf } from '../../support/refusalOf';

it.each([
	[{}, 0],
	[{ waitForFinalStates: '' }, 0],
	[{ waitForFinalStates: 0 }, 0],
	[{ waitForFinalStates: '1,5' }, 90_000],
	[{ waitForFinalStates: 60 }, 3_600_000],
])('waits as %j says', (options, milliseconds) => {
	expect(readWait(options)).toBe(milliseconds);
});

it.each([-1, 61])('does not wait %d minutes', (waitForFinalStates) => {
	expect(refusalOf(() => readWait({ waitForFinalStates }))).toEqual({
		code: 'valueNotReadable',
		field: 'Wait for Final States',
		message: `Wait for Final States must be 0 to 60 minutes, but it is ${waitForFinalStates}.`,
	});
});

it('does not wait for what is no number', () => {
	expect(refusalOf(() => readWait({ waitForFinalStates: 'long' }))?.message).toBe(
		'Wait for Final States must be a number, but it is "long".',
	);
});

it('is offered with five minutes, and with no more than it can wait', () => {
	expect(waitField).toMatchObject({ name: 'waitForFinalStates', default: 5, typeOptions: { minValue: 0, maxValue: 60 } });
});
