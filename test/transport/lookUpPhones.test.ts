import type { ServerResponse } from 'node:http';

import { accountGateway } from '../../nodes/CascadeMessaging/transport/accountGateway';
import { askAccount } from '../../nodes/CascadeMessaging/transport/askAccount';
import type { PhoneReply } from '../../nodes/CascadeMessaging/transport/lookUpPhones';
import { lookUpPhones } from '../../nodes/CascadeMessaging/transport/lookUpPhones';
import { closeAll } from '../support/network/sockets';
import { accountAt, n8nContext } from './support/n8nContext';
import { recordingServer } from './support/recordingServer';

afterEach(closeAll);

const MOSCOW = '74951234567';
const phonesFrom = (count: number): string[] => Array.from({ length: count }, (_, index) => String(79_130_000_001 + index));

const answerFor = (phones: readonly string[]): string =>
	JSON.stringify({ phones: phones.map((phone) => ({ phone, operator: `of ${phone}`, region: '', time_zone: phone === MOSCOW ? 0 : 3 })) });

/** Looks phones up at a gateway that answers for those it is asked about, the last first, unless it is told otherwise. */
async function play(
	phones: readonly string[],
	react: (response: ServerResponse, asked: readonly string[]) => void = (response, asked) => response.end(answerFor(asked.toReversed())),
): Promise<{ replies: PhoneReply[]; asked: string[][] }> {
	const asked: string[][] = [];
	const server = await recordingServer((response) => {
		const { phones: wanted } = JSON.parse(server.came.at(-1)?.body ?? '') as { phones: string[] };
		asked.push(wanted);
		react(response, wanted);
	});
	const { context } = n8nContext({ host: server.url });
	const gateway = accountGateway(context, accountAt(server.url, { key: server.url }), { timeoutSeconds: 60, retries: 0 });
	return { replies: await lookUpPhones(async (some) => await askAccount(gateway, 'phoneFacts', { phones: some }), phones), asked };
}

it('each phone is asked about once, and answered wherever it stands', async () => {
	const [a = '', b = ''] = phonesFrom(2);
	const { replies, asked } = await play([b, a, b]);

	expect(asked).toEqual([[b, a, MOSCOW]]);
	expect(replies).toEqual([b, a, b].map((phone) => ({ facts: { phone, operator: `<of ${phone}>`, region: null, zoneHours: 6 } })));
});

it('500 are asked about at a time, each time with the phone of Moscow', async () => {
	const phones = phonesFrom(1001);
	const { replies, asked } = await play(phones);

	expect(asked.map((wanted) => wanted.length).sort()).toEqual([2, 501, 501]);
	expect(asked.every((wanted) => wanted.at(-1) === MOSCOW)).toBe(true);
	expect(replies.map((reply) => 'facts' in reply && reply.facts.phone)).toEqual(phones);
	expect(replies.every((reply) => 'facts' in reply && reply.facts.zoneHours === 6)).toBe(true);
});

it('the phone of Moscow itself is asked about once in its request', async () => {
	const { replies, asked } = await play([MOSCOW]);

	expect(asked).toEqual([[MOSCOW]]);
	expect(replies).toMatchObject([{ facts: { zoneHours: 3 } }]);
});

it('where one request has no answer, the phones of the others have', async () => {
	const phones = phonesFrom(600);
	const { replies } = await play(phones, (response, asked) =>
		asked.length < 500 ? response.writeHead(404).end() : response.end(answerFor(asked)),
	);

	expect(replies.slice(0, 500).every((reply) => 'facts' in reply)).toBe(true);
	expect(replies.slice(500)).toEqual(
		Array(100).fill({
			trouble: {
				code: 'notOffered',
				message: 'Your operator does not offer this: the gateway answered with HTTP status 404.',
				mayHaveArrived: false,
			},
		}),
	);
});

it('an operator who does not offer it is asked once', async () => {
	const phones = phonesFrom(1200);
	const { replies, asked } = await play(phones, (response) => response.writeHead(404).end());

	expect(asked).toHaveLength(1);
	expect(replies).toEqual(Array(1200).fill({ trouble: expect.objectContaining({ code: 'notOffered' }) as object }));
});

it('other trouble with the first request leaves the others', async () => {
	const phones = phonesFrom(600);
	const { replies } = await play(phones, (response, asked) =>
		asked.length > 500 ? response.writeHead(500).end() : response.end(answerFor(asked)),
	);

	expect(replies.slice(0, 500)).toEqual(Array(500).fill({ trouble: expect.objectContaining({ code: 'httpStatus' }) as object }));
	expect(replies.slice(500).every((reply) => 'facts' in reply)).toBe(true);
});

it('nobody is asked about no phone', async () => {
	expect(await play([])).toEqual({ replies: [], asked: [] });
});
