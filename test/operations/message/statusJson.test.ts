import { sentStatusJson, statusJson } from '../../../nodes/CascadeMessaging/operations/message/statusJson';
import type { Status } from '../../../nodes/CascadeMessaging/protocol';
import { statusOf } from '../../../nodes/CascadeMessaging/protocol';

const said = (state: string, price = 0): { state: string; price: number } => ({ state, price });
const statusIn = (state: string, age?: number): Status =>
	statusOf(
		{ messageId: '501', state, changedAt: null, channels: { viber: said('expired'), vk: said('send'), sms: said('send') } },
		'UTC',
		age,
	);

it('a status is an item as it is', () => {
	expect(statusJson(statusIn('send'))).toEqual({ ...statusIn('send') });
});

describe('a status beside what Send knows', () => {
	const sent = { viber: { id: '5001' }, sms: {} };

	it('has the channels of the cascade, their IDs where they are known, and the one being tried', () => {
		expect(sentStatusJson(statusIn('send'), sent)).toEqual({
			...statusIn('send'),
			channels: { viber: { id: '5001', outcome: 'expired', ...said('expired') }, sms: { outcome: 'inProgress', ...said('send') } },
		});
	});

	it('has none being tried once it is final, or while the gateway does not know it', () => {
		for (const status of [statusIn('expired'), statusIn('Сообщение с таким ID не принималось', 0)]) {
			expect(sentStatusJson(status, sent).channels).toMatchObject({ sms: { outcome: 'notUsed' } });
		}
	});

	it.each([undefined, null, 'text', { fax: { id: '1' } }])('shows what was used where no cascade is known: %j', (known) => {
		expect(sentStatusJson(statusIn('send'), known).channels).toEqual({ viber: { outcome: 'expired', ...said('expired') } });
	});

	it('does without what is no channel’s', () => {
		expect(sentStatusJson(statusIn('send'), { sms: 'text' }).channels).toMatchObject({ sms: { outcome: 'inProgress', ...said('send') } });
	});
});
