import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

import { dig, isRecord, listAt, textAt } from '../../demo/json';
import type { Execution } from '../../demo/n8n/execution';
import { executionOf, runWorkflow } from '../../demo/n8n/execution';
import { runByUpload } from '../../demo/n8n/forms';
import { publish, replyUrlOf } from '../../demo/n8n/workflows';
import { contactsFile } from '../../demo/stage';
import { lookUp } from '../../simulator/gateway/account/numberPlan';
import type { Credential } from './workflows';
import { makeCredential, publishSender, sendThrough } from './workflows';
import type { World } from './world';
import { putUp, until } from './world';

const NOT_DELIVERED = '79990090001';
/** Its fate is to read the message and to block the sender. */
const UNSUBSCRIBES = '79990370001';
const HOUR = 3_600_000;
const README = path.join(__dirname, '..', '..', 'README.md');

let world: World;
let credential: Credential;
before(async () => {
	world = await putUp(3600);
	credential = await makeCredential(world, 'memory');
});
after(async () => await world.close());

/** Imports an example as a user would: chooses the credential, and changes what `change` changes. */
async function importExample(name: string, change: (parameters: object) => object = (same) => same): Promise<string> {
	const file = path.join(__dirname, '..', '..', 'workflows', `${name}.json`);
	const example: unknown = JSON.parse(await readFile(file, 'utf8'));
	assert.ok(isRecord(example));
	const nodes = listAt(example, 'nodes').map((node) => ({
		...(node as object),
		parameters: change(dig(node, 'parameters') as object),
		...(textAt(node, 'type').startsWith('n8n-nodes-cascade-messaging.') && { credentials: { cascadeMessagingApi: credential } }),
	}));
	return textAt(await world.session.api('POST', '/workflows', { ...example, nodes }), 'id');
}

async function runByHand(id: string): Promise<Execution> {
	return await runWorkflow(world.session, id, 'Run by Hand', AbortSignal.timeout(120_000));
}

/** Uploads the contacts of the demo to the form of an example. */
async function uploadContacts(form: string, id: string): Promise<Execution> {
	return await runByUpload(world.session, id, { form, file: contactsFile }, AbortSignal.timeout(120_000));
}

describe('the examples, imported and run', { concurrency: true }, () => {
	it('Campaign from a CSV: each of 1,000 contacts is sent to, or on the other branch with a reason', async () => {
		const run = await uploadContacts('campaign-from-csv', await importExample('campaign-from-csv'));

		assert.equal(run.status, 'success');
		assert.equal(run.itemsOf('Sent').length + run.itemsOf('Not Sent').length, 1000);
		const [sent, notSent] = [run.itemsOf('Sent').length, run.itemsOf('Not Sent').length];
		assert.ok((await readFile(README, 'utf8')).includes(`of these 1,000, ${sent} are sent to and ${notSent} are not`));
		assert.ok(run.itemsOf('Not Sent').every(({ reason }) => typeof reason === 'string' && reason !== ''));
	});

	it('Campaign in waking hours: the gateway keeps what it sends at ten o’clock where each contact is, in one message for each time zone', async () => {
		const inThreeDays = new Date(Date.now() + 3 * 24 * HOUR).toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' });
		const id = await importExample('campaign-in-waking-hours', (parameters) => {
			const window = dig(parameters, 'options', 'sendWindow', 'window');
			if (!isRecord(window)) return parameters;
			return {
				...parameters,
				options: { campaignName: 'Asleep', sendWindow: { window: { ...window, days: [inThreeDays.toLowerCase()] } } },
			};
		});
		const run = await uploadContacts('campaign-in-waking-hours', id);

		assert.equal(run.status, 'success');
		assert.equal(run.itemsOf('Sent').length + run.itemsOf('Not Sent').length, 1000);
		const kept = world.simulator.messages.filter(({ content }) => content.campaign === 'Asleep');
		assert.ok(kept.length >= run.itemsOf('Sent').length);
		for (const { phone, content } of kept) {
			const there = new Date((content.sendAt ?? 0) + Number(lookUp(phone, 'utc').time_zone || '3') * HOUR);
			const day = there.toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' });
			assert.deepEqual([day, there.getUTCHours(), there.getUTCMinutes()], [inThreeDays, 10, 0]);
		}
		const requests = world.simulator.requests.filter(({ body }) => body.includes('Asleep')).map(({ body }) => JSON.parse(body) as unknown);
		const moments = new Set(kept.map(({ content }) => content.sendAt)).size;
		assert.ok(requests.length <= 3);
		assert.ok(
			requests.flatMap((request) => listAt(request, 'message')).length <= moments + 1,
			'more than 500 at one moment are two messages',
		);
	});

	it('Send, wait, branch: ends on the branch of the outcome', async () => {
		const run = await runByHand(await importExample('send-wait-branch'));

		assert.equal(run.status, 'success');
		assert.deepEqual(run.itemsOf('Delivered'), [{ phone: '79000000001', reachedBy: 'viber' }]);
		assert.deepEqual(
			['Undelivered', 'Unclear', 'Not Sent'].flatMap((name) => run.itemsOf(name)),
			[],
		);
	});

	it('Poll loop with Wait: goes round until the message is final', async () => {
		const id = await importExample('poll-loop-with-wait', (parameters) =>
			'amount' in parameters ? { ...parameters, amount: 2, unit: 'seconds' } : parameters,
		);
		const run = await runByHand(id);

		assert.equal(run.status, 'success');
		assert.ok(world.simulator.requests.some(({ operation }) => operation === 'state'));
		const [delivered] = listAt(await runData(run.id), 'Delivered');
		assert.equal(dig(delivered, 'data', 'main', 0, 0, 'json', 'reachedBy'), 'viber');
	});

	it('Form to cascade message: a visitor’s number gets a message', async () => {
		const id = await importExample('form-to-cascade');
		await world.session.api('POST', `/workflows/${id}/activate`);
		const form = new FormData();
		form.set('field-0', 'Anna');
		form.set('field-1', '+7 900 000-77-77');
		const submitted = await until(
			async () =>
				await fetch(`${world.session.url}/form/cascade-message`, { method: 'POST', body: form, headers: { Connection: 'close' } }),
			(response) => response.status !== 404,
			20,
		);

		assert.equal(submitted.status, 200);
		const sent = await until(
			async () => await Promise.resolve(world.simulator.messages.filter(({ phone }) => phone === '79000007777')),
			(messages) => messages.length > 0,
			20,
		);
		assert.match(sent[0]?.content.texts.viber ?? '', /^Hello, Anna!/);
	});

	it('Preview, ask, send: a person sees the cost, and only their Send sends', async () => {
		const id = await importExample('preview-ask-send');
		await publish(world.session, id);
		const sentTo = (phone: string): number => world.simulator.messages.filter((one) => one.phone === phone).length;
		const refused = await decideOn('79000008801', 'Do not send');
		assert.match(refused.page, /Recipients: 1\. Not sent to: 0\.[^]*It would cost 1\.15 to 2\.85 RUR\.[^]*which suffices\./);
		assert.match(refused.ending, /Nothing was sent/);
		const approved = await decideOn('79000008802', 'Send');

		assert.match(approved.ending, /1 of 1 were accepted/);
		assert.deepEqual([sentTo('79000008801'), sentTo('79000008802')], [0, 1]);
	});

	it('Outcome to CRM: each outcome goes down its branch, with the contact it is about', async () => {
		const crm = await importExample('outcome-to-crm');
		await world.session.api('POST', `/workflows/${crm}/activate`);
		await publishSender(world, credential, 'for-crm');
		await sendThrough(world, 'for-crm', [
			{ phone: '79000000002', contactId: 41 },
			{ phone: NOT_DELIVERED, contactId: 42 },
		]);
		const reached = new Set<unknown>();
		const toCall = new Set<unknown>();
		await until(
			async () => {
				const listed = await world.session.api('GET', `/executions?workflowId=${crm}`);
				for (const { id } of listAt(listed, 'data').filter(isRecord)) {
					const run = await executionOf(world.session, String(id), AbortSignal.timeout(10_000));
					for (const { contactId } of run.itemsOf('Mark as Reached')) reached.add(contactId);
					for (const { contactId } of run.itemsOf('Ask to Call')) toCall.add(contactId);
				}
			},
			() => reached.has('41') && toCall.has('42'),
			150,
		);

		assert.ok(reached.has('41') && !toCall.has('41'));
		assert.ok(toCall.has('42') && !reached.has('42'));
	});

	it('Unsubscribed to stop list: who blocks the sender gets nothing any more', async () => {
		const id = await importExample('unsubscribed-to-stop-list');
		await publish(world.session, id);
		await publishSender(world, credential, 'for-stop');
		await sendThrough(world, 'for-stop', [{ phone: UNSUBSCRIBES, contactId: 44 }]);
		await until(
			async () => await Promise.resolve([...world.simulator.account.stopList]),
			(stopped) => stopped.includes(UNSUBSCRIBES),
			240,
		);
		const told = await until(
			async () => {
				const [execution] = listAt(await world.session.api('GET', `/executions?workflowId=${id}`), 'data');
				if (execution === undefined) return [];
				return (await executionOf(world.session, textAt(execution, 'id'), AbortSignal.timeout(10_000))).itemsOf('Tell the CRM');
			},
			({ length }) => length > 0,
			20,
		);

		assert.deepEqual(told, [{ contactId: '44', phone: UNSUBSCRIBES, stopped: 'added' }]);
	});

	it('CRM to contact list: who can be saved is, the others come with a reason', async () => {
		world.simulator.changeAccount({ contactLists: [{ id: '4', name: 'Customers', contacts: [] }] });
		const id = await importExample('crm-to-contact-list', (parameters) =>
			'contactList' in parameters ? { ...parameters, contactList: { __rl: true, mode: 'list', value: '4' } } : parameters,
		);
		const run = await runByHand(id);

		assert.equal(run.status, 'success');
		assert.deepEqual(run.itemsOf('Saved'), [
			{ contactId: '41', done: 'added' },
			{ contactId: '42', done: 'added' },
		]);
		assert.match(JSON.stringify(run.itemsOf('Not Saved')), /"contactId":"43","reason":"Phone \\"12\\" is not a valid number/);
	});

	it('Reply to a human: the sales person reads who wrote back, and what', async () => {
		const id = await importExample('reply-to-a-human');
		await publish(world.session, id);
		world.simulator.replyUrl = await replyUrlOf(world.session, id);
		await publishSender(world, credential, 'for-reply');
		const [sent] = await sendThrough(world, 'for-reply', [{ phone: '79000000003', contactId: 43 }]);
		const messageId = String(sent?.messageId);
		world.simulator.clock.advance(60_000);
		await until(
			async () => {
				await world.simulator.reply(messageId, 'Call me after six');
				return world.simulator.messages.find((one) => one.id === messageId)?.replies?.at(-1)?.posted;
			},
			(posted) => posted === 200,
			20,
		);
		const listed = await until(
			async () => listAt(await world.session.api('GET', `/executions?workflowId=${id}`), 'data'),
			(found) => found.length > 0,
			20,
		);
		const run = await executionOf(world.session, textAt(listed[0], 'id'), AbortSignal.timeout(10_000));

		const { writtenAt, sentBy, ...note } = run.itemsOf('Note for the Sales Person')[0] ?? {};
		assert.deepEqual(note, { contactId: '43', phone: '79000000003', note: 'The customer answers to "Form": Call me after six' });
		assert.match(`${String(writtenAt)} ${String(sentBy)}`, /^\d{4}-\d\d-\d\dT.*Z Sender for-reply$/);
		assert.deepEqual(run.itemsOf('Ask Who It Was'), []);
	});
});

/** Fills in the form of a campaign to a phone, reads the page that asks, decides, and reads how it ends. */
async function decideOn(phone: string, decision: string): Promise<{ page: string; ending: string }> {
	const submitted = await until(
		async () => await postForm(`${world.session.url}/form/preview-ask-send`, ['Готово', phone]),
		(response) => response.status !== 404,
		20,
	);
	const address = textAt(await submitted.json(), 'formWaitingUrl');
	const page = await until(
		async () => await readWaiting(address),
		(text) => text.includes('Send this campaign?'),
		30,
	);
	await postForm(address, [decision]);
	const ending = await until(
		async () => await readWaiting(address),
		(text) => /were accepted|Nothing was sent/.test(text),
		30,
	);
	return { page, ending };
}

/** What a form that waits shows. As long as the execution runs, n8n leaves whoever asks for the page without an answer, so its status is asked first. */
async function readWaiting(address: string): Promise<string> {
	const status = new URL(address);
	status.pathname += '/n8n-execution-status';
	if ((await read(status)) === 'running') return '';
	return await read(new URL(address));
}

async function read(url: URL): Promise<string> {
	return await (await fetch(url, { headers: { Connection: 'close' }, signal: AbortSignal.timeout(10_000) })).text();
}

async function postForm(address: string, values: readonly string[]): Promise<Response> {
	const form = new FormData();
	for (const [index, value] of values.entries()) form.set(`field-${index}`, value);
	return await fetch(address, { method: 'POST', body: form, headers: { Connection: 'close' } });
}

async function runData(executionId: string): Promise<unknown> {
	const execution = await world.session.api('GET', `/executions/${executionId}?includeData=true`);
	return dig(execution, 'data', 'resultData', 'runData');
}
