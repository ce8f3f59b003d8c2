import type { SenderCheck } from '../../../../nodes/CascadeMessaging/operations/message/preview/checkSenders';
import { checkSenders, senderStates } from '../../../../nodes/CascadeMessaging/operations/message/preview/checkSenders';
import type { Content } from '../../../../nodes/CascadeMessaging/protocol';
import { gatewayThat } from '../../support/gateway';
import { sendRun } from '../../support/sendRun';

async function check(answer: string): Promise<SenderCheck> {
	const { run } = await sendRun({ http: gatewayThat(answer).http });
	return await checkSenders(run);
}

const LIST = [
	{ originator: 'MyShop', state: 'completed' },
	{ originator: 'New', state: 'order' },
	{ originator: 'Odd', state: 'odd' },
];

it('a sender is what the operator says of it, in the same spelling', async () => {
	const { stateOf, problem } = await check(JSON.stringify({ any_originator: 'FALSE', list_originator: LIST }));

	expect(['MyShop', 'New', 'Odd', 'myshop', 'constructor'].map(stateOf)).toEqual([
		'usable',
		'waiting',
		null,
		'notRegistered',
		'notRegistered',
	]);
	expect(problem).toBeUndefined();
});

it('where any sender is allowed, all may be used', async () => {
	expect((await check(JSON.stringify({ any_originator: 'TRUE' }))).stateOf('Anybody')).toBe('usable');
});

it('nothing is known where the operator tells nothing', async () => {
	const { stateOf, problem } = await check('<html></html>');

	expect(stateOf('MyShop')).toBeNull();
	expect(problem).toEqual({ code: 'notOffered', message: 'Your operator does not offer this: the gateway answered with a web page.' });
});

it('only the channels whose senders the operator tells are looked at', () => {
	const content: Content = {
		cascade: ['viber', 'sms'],
		channels: { viber: { sender: 'MyShop', text: 'a' }, sms: { sender: 'Casino', text: 'a' } },
	};
	const states = senderStates(content, { stateOf: () => 'rejected' });

	expect([...states]).toEqual([['sms', 'rejected']]);
});
