import type { MessageAnswer, RecipientAnswer, SendAnswer } from '../../nodes/CascadeMessaging/protocol/answers';
import { limitsOf } from '../../nodes/CascadeMessaging/protocol/batching';
import { PROTOCOLS } from '../../nodes/CascadeMessaging/protocol/codecs';
import { listOf } from '../../nodes/CascadeMessaging/protocol/lists';
import { matchAnswers } from '../../nodes/CascadeMessaging/protocol/matching';
import type { Content, Message, Recipient } from '../../nodes/CascadeMessaging/protocol/message';
import { checkMessage } from '../../nodes/CascadeMessaging/protocol/rules';
import { inTexts } from '../../nodes/CascadeMessaging/protocol/text';
import type { TemplateParameter } from '../../nodes/CascadeMessaging/protocol/wireWriter';
import { share } from '../support/longRun';
import { sms, TO } from './support/check';
import type { Prepare } from './support/growth';
import { growthOf, LINEAR } from './support/growth';
import { limitsWith } from './support/limits';
import { packRequests } from './support/packRequests';

const expectLinear = (prepare: Prepare): void => {
	expect(growthOf(prepare, { start: 100, most: 1000 })).toBeLessThan(LINEAR);
};

const listFrom = <T>(count: number, one: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => one(index));

const accepted = (who: Partial<Recipient>): RecipientAnswer => ({
	accepted: true,
	messageId: '1',
	parts: 1,
	channelIds: {},
	raw: 1,
	...who,
});
const refused = (reason: string, who: Partial<Recipient> = {}): RecipientAnswer => ({ accepted: false, reason, raw: 1, ...who });

describe('matchAnswers takes linear time', () => {
	const phone = (index: number): string => String(79_000_000_000 + index);
	const numbers = (index: number): Recipient => ({ phone: phone(index), clientMessageId: String(index + 1) });
	const phones = (index: number): Recipient => ({ phone: phone(index) });
	const samePhone = (): Recipient => TO;
	const samePhoneWithNumbers = (index: number): Recipient => ({ ...TO, clientMessageId: String(index + 1) });
	const content = sms('Hi');

	const RECIPIENTS = { phones, samePhone, samePhoneWithNumbers };
	const ANSWERS: Readonly<Record<string, (to: Recipient, index: number) => RecipientAnswer | undefined>> = {
		'the true ones': (to) => accepted(to),
		'those of the same phone': () => accepted(TO),
		'without names': () => accepted({}),
		'with numbers nobody has': (_, index) => accepted({ clientMessageId: String(10 ** 14 + index) }),
		refusals: (to) => refused('Stop list', to),
		'refusals as repeats': (to) => refused('Данное сообщение уже было отправлено', to),
	};

	const ORDERS: Readonly<Record<string, (answers: RecipientAnswer[]) => RecipientAnswer[]>> = {
		'in order': (answers) => answers,
		backwards: (answers) => answers.reverse(),
		doubled: (answers) => [...answers, ...answers.map((one) => ({ ...one }))],
	};

	const cases = Object.keys(RECIPIENTS).flatMap((to) =>
		Object.keys(ANSWERS).flatMap((answer) => Object.keys(ORDERS).map((order) => [to, answer, order])),
	);

	it.each(share(cases, 4, 0))('with recipients by %s and answers: %s, %s', (to, answer, order) => {
		expectLinear((count) => {
			const recipients = listFrom(count, RECIPIENTS[to as keyof typeof RECIPIENTS]);
			const answers = ORDERS[order]?.(recipients.flatMap((one, index) => ANSWERS[answer]?.(one, index) ?? [])) ?? [];
			return () => matchAnswers([{ content, recipients }], { messages: [{ recipients: answers }] });
		});
	});

	const MESSAGES: Readonly<Record<string, (answers: MessageAnswer[]) => SendAnswer>> = {
		'an answer for each': (messages) => ({ messages }),
		'fewer answers': (messages) => ({ messages: messages.slice(1) }),
		'one answer for all': (messages) => ({
			messages: [{ recipients: messages.flatMap((one) => ('recipients' in one ? one.recipients : [])) }],
		}),
		'more answers': (messages) => ({ messages: [...messages, { recipients: [accepted({})] }] }),
		'each refused': (messages) => ({ messages: messages.map(() => ({ refused: 'No channel' })) }),
		'refused as a whole': () => ({ refused: 'Данное сообщение уже было отправлено' }),
	};

	it.each(Object.entries(MESSAGES))('with many messages and %s', (_, answerOf) => {
		for (const to of [numbers, phones, samePhone]) {
			expectLinear((count) => {
				const messages = listFrom(count, (index): Message => ({ content, recipients: [to(index), to(index)] }));
				const answer = answerOf(messages.map(({ recipients }) => ({ recipients: recipients.map(accepted) })));
				return () => matchAnswers(messages, answer);
			});
		}
	});
});

describe('packRequests takes linear time', () => {
	const { json, get } = PROTOCOLS;
	const CONTENTS: Readonly<Record<string, (index: number) => Content>> = {
		'the same content': () => SHARED,
		'equal contents': () => sms('Hi'),
		'different contents': (index) => sms(`Hi ${index}`),
		'two contents in turn': (index) => (index % 2 === 0 ? SHARED : sms('Bye')),
	};
	const SHARED = sms('Hi');
	const LIMITS = {
		JSON: limitsOf(limitsWith(json), 500),
		'JSON, all in one': limitsOf(limitsWith(json), Infinity),
		'JSON, one by one': limitsOf(limitsWith(json), 1),
		GET: limitsOf(limitsWith(get, 100), 500),
		'GET with no room': limitsOf(limitsWith(get, 1990), 500),
	};

	const cases = Object.keys(CONTENTS).flatMap((name) => Object.keys(LIMITS).map((limits) => [name, limits]));

	it.each(share(cases, 3, 0))('with %s over %s', (name, limits) => {
		expectLinear((count) => {
			const sendings = listFrom(count, (index) => ({ content: CONTENTS[name]?.(index) ?? SHARED, recipient: TO }));
			return () => packRequests(sendings, LIMITS[limits as keyof typeof LIMITS]);
		});
	});
});

describe('checking and writing a message takes linear time', () => {
	const vk = (templateData: TemplateParameter[]): Content => ({ cascade: ['vk'], channels: { vk: { templateId: '1', templateData } } });
	const CONTENTS: Readonly<Record<string, (size: number) => Content>> = {
		'many parameters': (count) => vk(listFrom(count, (index) => ({ name: `n${index}`, value: 'x' }))),
		'the same parameter many times': (count) => vk(listFrom(count, () => ({ name: 'n', value: 'x' }))),
		'parameters with no names': (count) => vk(listFrom(count, () => ({ name: '', value: '\0' }))),
		'parameters named by numbers': (count) => vk(listFrom(count, (index) => ({ name: String(index), value: '\\n' }))),
		'a long name': (length) => vk([{ name: 'n'.repeat(length), value: 'x' }]),
		'a long name of points': (length) => vk([{ name: `n${'.'.repeat(length)} `, value: 'x' }]),
		'a long value': (length) => vk([{ name: 'n', value: 'é'.repeat(length) }]),
		'a long text': (length) => sms('x'.repeat(length)),
		'a long text of emoji': (length) => sms('😀'.repeat(length)),
		'a long text of half characters': (length) => sms('\ud83d'.repeat(length)),
		'a long text of nulls': (length) => sms('\0'.repeat(length)),
		'a long text of backslashes': (length) => sms('\\'.repeat(length)),
		'a long text of blanks': (length) => sms(`x${' '.repeat(length)}x`),
		'a long campaign name': (length) => ({ ...sms('x'), campaignName: '<&>'.repeat(length) }),
	};

	it.each(Object.entries(CONTENTS))('over %s', (_, contentOf) => {
		for (const codec of Object.values(PROTOCOLS)) {
			expectLinear((size) => {
				const message = { content: contentOf(size), recipients: [TO] };
				return () => checkMessage(message.content, TO, limitsWith(codec)).length > 0 || codec.encodeSend([message]);
			});
		}
	});

	it.each(Object.values(PROTOCOLS))('over many messages, recipients and IDs, in $title', (codec) => {
		expectLinear((count) => {
			const messages = listFrom(count, (index): Message => ({ content: sms(`Hi ${index}`), recipients: [TO, TO] }));
			return () => codec.encodeSend(messages);
		});
		expectLinear((count) => {
			const message = { content: sms('Hi'), recipients: listFrom(count, () => TO) };
			return () => codec.encodeSend([message]);
		});
		expectLinear((count) => {
			const ids = listFrom(count, String);
			return () => codec.encodeStates(ids);
		});
	});
});

describe('reading values takes linear time', () => {
	const VALUES: Readonly<Record<string, (size: number) => unknown>> = {
		'a list': (count) => listFrom(count, String),
		'a list of lists': (count) => listFrom(count, () => [['x']]),
		'an object of many names': (count) => Object.fromEntries(listFrom(count, (index) => [`n${index}`, 'x'])),
		'an object of many numbers': (count) => Object.fromEntries(listFrom(count, (index) => [index, 'x'])),
		'something nested deep': (depth) => listFrom(depth, String).reduce<unknown>((inside) => ({ a: inside }), 'x'),
	};

	it.each(Object.entries(VALUES))('%s', (_, valueOf) => {
		expectLinear((size) => {
			const value = valueOf(size);
			return () => inTexts(value, (text) => text.toUpperCase());
		});
		expectLinear((size) => {
			const value = valueOf(size);
			return () => listOf(value);
		});
	});
});
