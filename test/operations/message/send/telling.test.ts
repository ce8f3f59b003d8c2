import type { SendFailure } from '../../../../nodes/CascadeMessaging/operations/message/send/failure';
import { sendTelling } from '../../../../nodes/CascadeMessaging/operations/message/send/telling';
import type { SuccessLine } from '../../../../nodes/CascadeMessaging/operations/shared/lines';

const refused: SendFailure = { code: 'refusedByGateway', outcome: 'refused', message: 'No.' };
const notSent: SendFailure = { code: 'phoneMissing', outcome: 'notSent', message: 'No.' };
const unclear: SendFailure = { code: 'timedOut', outcome: 'unknown', message: 'Perhaps.' };

const accepted = (count: number): SuccessLine[] =>
	Array.from({ length: count }, (_, index) => ({
		item: index,
		json: { phone: `7900000000${index}`, messageId: index === 1 ? null : `${100 + index}` },
	}));

const NONE = 'No message was accepted in this run.';

it('has a place for the phone in each row, also where none is known', () => {
	expect(sendTelling.besideError(refused)).toEqual({ phone: null, accepted: false });
	expect(sendTelling.besideError({ ...refused, phone: '79000000001' })).toEqual({ phone: '79000000001', accepted: false });
	expect(sendTelling.outputOf).toBeUndefined();
});

it('says of what was found before sending that nothing was sent', () => {
	expect(sendTelling.fromReading({ code: 'phoneMissing', field: 'Phone', message: 'No.' })).toEqual({ ...notSent, field: 'Phone' });
});

describe('a stop', () => {
	it.each([
		[[refused], [NONE]],
		[
			[refused, notSent],
			['1 more recipient was not sent to or not accepted.', NONE],
		],
		[
			[refused, notSent, refused],
			['2 more recipients were not sent to or not accepted.', NONE],
		],
		[
			[refused, unclear],
			['The message to 1 more recipient may have been sent.', 'No message was surely accepted in this run.'],
		],
		[[unclear], ['No message was surely accepted in this run.']],
		[
			[refused, unclear, notSent, unclear],
			[
				'1 more recipient was not sent to or not accepted.',
				'The message to 2 more recipients may have been sent.',
				'No message was surely accepted in this run.',
			],
		],
	])('after %j says %j', (failures, words) => {
		expect(sendTelling.describeStop(failures, [])).toEqual(words);
	});

	it.each([
		[1, 'its', '1 (phone → message ID): 79000000000 → 100.', 'this recipient'],
		[2, 'their', '2 (phone → message ID): 79000000000 → 100, 79000000001 → .', 'these recipients'],
	])('names %d who got their message', (count, way, list, whom) => {
		expect(sendTelling.describeStop([unclear], accepted(count))).toEqual([
			`Accepted before the stop, and on ${way} way: ${list}`,
			`The whole list stands in the details under Error data: do not send to ${whom} again.`,
		]);
	});

	it('lists no more than 20', () => {
		const [of20 = ''] = sendTelling.describeStop([refused], accepted(20));
		const [of21 = ''] = sendTelling.describeStop([refused], accepted(21));

		expect([of20.split('→').length, of20.endsWith('119.')]).toEqual([22, true]);
		expect([of21.split('→').length, of21.endsWith('119, …')]).toEqual([22, true]);
	});
});
