import { activate } from './kit';

it('shows a sample in a test in the editor when no message is at hand, without asking anybody', async () => {
	const shown = await activate({ url: 'http://127.0.0.1:1' }, { mode: 'manual' }).poll();

	expect(shown).toMatchObject([{ sample: true, messageId: '1179038981', outcome: 'delivered', data: { contactId: '42' } }]);
});
