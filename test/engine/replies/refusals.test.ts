import { posted } from '../../protocol/replies/support';
import type { Listening, ReplyActivation } from './kit';
import { answerTo, impatient, listen, post } from './kit';

const GATEWAY = { url: 'http://127.0.0.1:1' };
const KEY = 'k3y-of-the-manager';
const WORDS = 'words of a subscriber';

impatient();

let trigger: Listening;
afterEach(async () => await trigger.close());

async function open(activation: ReplyActivation = {}): Promise<void> {
	trigger = await listen(GATEWAY, activation);
}

describe('the key', () => {
	it.each([
		['', 403],
		['?key=', 403],
		['?key=wrong', 403],
		[`?key=${KEY}x`, 403],
		[`?key=${KEY.toUpperCase()}`, 403],
		[`?key=${KEY}&key=${KEY}`, 403],
		[`?key[]=${KEY}`, 403],
		[`?Key=${KEY}`, 403],
		[`?key=${KEY}`, 200],
		[`?a=1&key=${encodeURIComponent(KEY)}`, 200],
	])('%s is answered %i', async (query, status) => {
		await open({ account: { replySecret: ` ${KEY} ` } });
		expect(await post(`${trigger.url}${query}`)).toBe(status);
		await trigger.idle();
		expect(trigger.started).toHaveLength(status === 200 ? 1 : 0);
	});

	it('is asked for before anything else is said of a request', async () => {
		await open({ account: { replySecret: KEY } });
		expect(await answerTo(trigger.url, 'nonsense', { 'content-type': 'text/xml' })).toEqual({
			status: 403,
			document: { error: 'The key is missing or wrong.' },
		});
	});

	it('may be any where the credential has none', async () => {
		await open();
		expect(await post(`${trigger.url}?key=anything`)).toBe(200);
	});
});

describe('what is no reply is answered 400 and starts nothing', () => {
	it.each<[string, unknown, Record<string, string>, string]>([
		['nothing', '', {}, 'The body is empty.'],
		['no JSON', 'hello', {}, 'The body is not JSON.'],
		['broken JSON', JSON.stringify(posted()).slice(0, -1), {}, 'The body is not JSON.'],
		['form fields', 'message_id=1', { 'content-type': 'application/x-www-form-urlencoded' }, 'The body is not JSON.'],
		['two at once', [posted(), posted({ message_id: '2' })], {}, 'The body is not one object.'],
		['a state of a message', { id_message: '1', state: 'deliver' }, {}, 'message_id is missing, or not as documented.'],
		['a picture', posted({}, {}, { type: 'picture' }), {}, 'recipient_response.content is no text.'],
		['XML', '<a/>', { 'content-type': 'text/xml' }, 'The body is of a type that is not taken. Post JSON.'],
		['JSON as something else', posted(), { 'content-type': 'image/png' }, 'The body is of a type that is not taken. Post JSON.'],
		[
			'a form with files',
			posted(),
			{ 'content-type': 'multipart/form-data; boundary=x' },
			'The body is of a type that is not taken. Post JSON.',
		],
		['too much', posted({ more: 'x'.repeat(256 * 1024) }), {}, 'The body is larger than 256 kB.'],
	])('%s', async (_, body, headers, error) => {
		await open();
		expect(await answerTo(trigger.url, body, headers)).toEqual({ status: 400, document: { error } });
		expect(trigger.started).toEqual([]);
	});

	it('too much, whose length nobody says beforehand', async () => {
		await open();
		const body = new ReadableStream({
			start(controller): void {
				for (let kB = 0; kB < 300; kB++) controller.enqueue(new Uint8Array(1024).fill(32));
				controller.close();
			},
		});
		const response = await fetch(trigger.url, { method: 'POST', body, duplex: 'half' });
		expect([response.status, trigger.started]).toEqual([400, []]);
	});

	it('and the next reply is taken', async () => {
		await open();
		await post(trigger.url, 'nonsense');
		expect(await post(trigger.url)).toBe(200);
		await trigger.idle();
		expect(trigger.started).toHaveLength(1);
	});
});

it.each([
	['application/json; charset=utf-8', JSON.stringify(posted({}, {}, { text: 'Да' }))],
	['application/x-www-form-urlencoded', JSON.stringify(posted({}, {}, { text: 'Да' }))],
	['text/plain', JSON.stringify(posted({}, {}, { text: 'Да' }))],
	['application/json; charset=windows-1251', windows1251(JSON.stringify(posted({}, {}, { text: 'Да' })))],
])('takes JSON that comes as %s', async (type, body) => {
	await open();
	expect(await post(trigger.url, body, { 'content-type': type })).toBe(200);
	await trigger.idle();
	expect(trigger.started).toMatchObject([{ text: 'Да' }]);
});

function windows1251(text: string): Uint8Array {
	return Uint8Array.from(Array.from(text, (sign) => (sign >= 'А' && sign <= 'я' ? sign.charCodeAt(0) - 0x350 : sign.charCodeAt(0))));
}

it('answers 500 and starts nothing when the credential cannot be used, and says why in n8n’s log', async () => {
	await open({ account: { timeZone: 'Mars/Base' } });
	expect(await answerTo(trigger.url)).toEqual({ status: 500, document: { error: 'Replies cannot be taken at the moment.' } });
	expect(trigger.started).toEqual([]);
	expect(trigger.logged).toEqual([
		expect.stringContaining('Cascade Messaging Reply Trigger could not take a reply. "Mars/Base" in the credential is not a time zone'),
		expect.stringContaining('notReady'),
	]);
});

it('neither words nor key nor phone reach n8n’s log or an answer', async () => {
	const said = posted({}, { recipient: { phone: 79001112233 } }, { text: WORDS });
	await open({
		account: { replySecret: KEY, store: 'dataTable', n8nUrl: 'http://127.0.0.1:1', n8nApiKey: 'k', dataTableName: 't', keepForDays: 1 },
	});
	const right = `${trigger.url}?key=${KEY}`;
	const answers = [
		await answerTo(right, said),
		await answerTo(right, said),
		await answerTo(`${trigger.url}?key=${KEY}-almost`, said),
		await answerTo(right, JSON.stringify(said).slice(0, -1)),
		await answerTo(right, { ...said, message_id: WORDS }),
		await answerTo(right, said, { 'content-type': `text/${KEY}` }),
	];
	await trigger.idle();
	expect(answers.map(({ status }) => status)).toEqual([200, 200, 403, 400, 400, 400]);
	expect(trigger.logged.length).toBeGreaterThan(3);
	const seen = JSON.stringify([trigger.logged, answers]);
	for (const secret of [WORDS, KEY, '79001112233']) expect(seen).not.toContain(secret);
	expect(JSON.stringify(trigger.started)).not.toContain(KEY);
});
