import type { IExecuteFunctions } from 'n8n-workflow';

import type { StatusFailure } from '../../../../nodes/CascadeMessaging/operations/message/getStatus/telling';
import { getStatusTelling } from '../../../../nodes/CascadeMessaging/operations/message/getStatus/telling';
import type { SuccessLine } from '../../../../nodes/CascadeMessaging/operations/shared/lines';

const unanswered: StatusFailure = { code: 'notAnswered', message: 'No answer.', messageId: '7' };
const unreadable: StatusFailure = { code: 'messageIdMissing', message: 'Message ID is empty.' };
const known: SuccessLine = { item: 0, json: { messageId: '1' } };

const contextWith = (splitByOutcome: unknown): IExecuteFunctions =>
	({ getNodeParameter: (name: string) => (name === 'splitByOutcome' ? splitByOutcome : undefined) }) as unknown as IExecuteFunctions;

it('has a place for the message ID in each row', () => {
	expect(getStatusTelling.fromReading(unreadable)).toEqual(unreadable);
	expect(getStatusTelling.besideError(unanswered)).toEqual({ messageId: '7' });
	expect(getStatusTelling.besideError(unreadable)).toEqual({ messageId: null });
});

it.each([
	[true, unanswered, 3],
	[true, unreadable, 2],
	[false, unanswered, 0],
	[undefined, unreadable, 0],
])('split by outcome: %j, puts %j at output %d', (isSplit, failure, output) => {
	expect(getStatusTelling.outputOf?.(contextWith(isSplit), failure)).toBe(output);
});

it.each([
	[1, 0, ['No status was learnt in this run.']],
	[1, 1, ['The status of 1 other message is known, and stands in the details under Error data.']],
	[
		2,
		2,
		[
			'The status of 1 more message is not known either.',
			'The status of 2 other messages is known, and stands in the details under Error data.',
		],
	],
	[3, 0, ['The status of 2 more messages is not known either.', 'No status was learnt in this run.']],
])('a stop with %d unknown and %d known says %j', (failed, done, words) => {
	const failures = Array.from({ length: failed }, () => unanswered);
	expect(
		getStatusTelling.describeStop(
			failures,
			Array.from({ length: done }, () => known),
		),
	).toEqual(words);
});
