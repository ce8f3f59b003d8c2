import type { SendAnswer, StateRecord } from '../../../nodes/CascadeMessaging/protocol/answers';
import type { Content, Message } from '../../../nodes/CascadeMessaging/protocol/message';
import type { Proof } from '../../../nodes/CascadeMessaging/protocol/signing';

/** The manual's three-message example, as test/fixtures/gateway/json-send.request.json and its siblings hold it. */
export const PROOF: Proof = { authentication: 'password', login: 'login', password: 'p&ss"<word>' };

const everyChannel: Content = {
	cascade: ['viber', 'vk', 'sms'],
	campaignName: 'Осенняя рассылка',
	sendAt: '2026-12-01 10:30',
	channels: {
		viber: {
			sender: 'MyShop',
			text: 'Ваш заказ №42 готов.\nЖдём вас!',
			buttonText: 'Открыть',
			buttonUrl: 'https://shop.example/o/42?a=1&b=2',
			imageUrl: 'https://shop.example/i.png',
			validityPeriod: 30,
			finaleRead: true,
		},
		sms: { sender: 'MyShop', text: 'Заказ №42 готов <до 20:00>' },
		vk: {
			templateId: '100',
			templateData: [
				{ name: 'Name', value: 'Имя' },
				{ name: 'Where', value: 'Москва' },
			],
		},
	},
};

const onlyViber: Content = {
	cascade: ['viber'],
	campaignName: 'Вторая',
	channels: { viber: { sender: 'MyShop', text: 'Только Viber' } },
};

/** No message that passes the checks, but the manual shows it: the gateway refuses it as a whole. */
const noChannel: Content = {
	cascade: [],
	campaignName: 'Третья',
	channels: { viber: { sender: 'MyShop', text: 'Без каналов' } },
};

export const MESSAGES: readonly [Message, Message, Message] = [
	{
		content: everyChannel,
		recipients: [
			{ phone: '79801234567', clientMessageId: '111' },
			{ phone: '79800000001', clientMessageId: '112' },
		],
	},
	{ content: onlyViber, recipients: [{ phone: '79800000002', clientMessageId: '113' }] },
	{ content: noChannel, recipients: [{ phone: '79800000003' }] },
];

export const MESSAGE_IDS = ['1179038981', '1179038982', '999'];

/** The answer to the example, but for the raw parts; `parts` is what the protocol says of them. */
export function expectedSendAnswer(parts: number | null): unknown {
	const accepted = (messageId: string, clientMessageId: string, phone: string, viber: string): object => ({
		accepted: true,
		messageId,
		phone,
		clientMessageId,
		parts,
		channelIds: { viber, vk: null, sms: null },
	});
	return {
		messages: [
			{
				recipients: [
					accepted('1179038981', '111', '79801234567', '5001'),
					{ accepted: false, reason: 'Номер в стоп-листе', phone: '79800000001', clientMessageId: '112' },
				],
			},
			{ recipients: [accepted('1179038982', '113', '79800000002', '5002')] },
			{ refused: 'Не указано ни одного направления' },
		],
	};
}

/** The states the gateway tells of in the example. */
export const STATES: readonly [StateRecord, StateRecord, StateRecord] = [
	{
		messageId: '1179038981',
		state: 'deliver',
		changedAt: '2026-12-01 10:31:07',
		channels: {
			viber: { state: 'expired', price: 0 },
			vk: { state: 'not_deliver', price: 0 },
			sms: { state: 'deliver', price: 3.4, parts: 2 },
		},
	},
	{
		messageId: '1179038982',
		state: 'send',
		changedAt: '2026-12-01 10:30:40',
		channels: {
			viber: { state: 'send', price: 1.15 },
			vk: { state: 'send', price: 0 },
			sms: { state: 'send', price: 0, parts: 0 },
		},
	},
	{
		messageId: '999',
		state: 'Сообщение с таким ID не принималось',
		changedAt: null,
		channels: {
			viber: { state: null, price: null },
			vk: { state: null, price: null },
			sms: { state: null, price: null, parts: null },
		},
	},
];

/** An answer without the parts kept as they came, which differ from protocol to protocol. */
export function withoutRaw(answer: SendAnswer): unknown {
	return JSON.parse(JSON.stringify(answer, (name, value: unknown) => (name === 'raw' ? undefined : value)));
}
