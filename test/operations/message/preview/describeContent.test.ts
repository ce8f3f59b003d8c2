import { contentDescriber } from '../../../../nodes/CascadeMessaging/operations/message/preview/describeContent';
import type { Content } from '../../../../nodes/CascadeMessaging/protocol';

const describeIn = contentDescriber('Europe/Moscow');
const SMS = { sender: 'MyShop', text: 'Готово' };

it('describes the steps in their order, and counts parts where they are charged', () => {
	const content: Content = {
		cascade: ['vk', 'sms'],
		channels: { sms: SMS, vk: { templateId: '100' } },
		campaignName: 'Autumn',
		sendAt: '2026-12-01 10:30',
	};

	expect(describeIn(content)).toEqual({
		...{ sendAt: '2026-12-01T10:30:00+03:00', campaignName: 'Autumn', parts: 1 },
		cascade: [
			{ channel: 'vk', templateId: '100' },
			{ channel: 'sms', ...SMS, encoding: 'ucs2', characters: 6, parts: 1 },
		],
	});
});

it('of what is sent at once and has no campaign, says so', () => {
	expect(describeIn({ cascade: ['viber'], channels: { viber: SMS } })).toEqual({
		...{ sendAt: null, campaignName: null, parts: 0 },
		cascade: [{ channel: 'viber', ...SMS }],
	});
});

it('says what makes a text dear', () => {
	const text = `Sale — ${'x'.repeat(70)}`;
	expect(describeIn({ cascade: ['sms'], channels: { sms: { text } } }).cascade).toEqual([
		{
			...{ channel: 'sms', text, encoding: 'ucs2', characters: 77, parts: 2, partsIfPlain: 1 },
			advice: 'Written plainly, this text takes 1 part instead of 2: — (-).',
		},
	]);
});

it('describes one content once', () => {
	const content: Content = { cascade: ['sms'], channels: { sms: SMS } };
	expect(describeIn(content)).toBe(describeIn(content));
});
