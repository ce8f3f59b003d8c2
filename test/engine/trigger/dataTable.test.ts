import {
	calls,
	HOUR,
	idsOf,
	isoNow,
	MINUTE,
	NEVER,
	NOT_DELIVERED,
	outcomesOf,
	pass,
	READ,
	rows,
	send,
	SLOW,
	tableAccount,
	tableOf,
	trigger,
	world,
} from './world';

const here = world();

describe('a message on a data table', () => {
	it('is a row people can read, from sending to its final state', async () => {
		const one = trigger(here);
		await one.poll();
		pass(here, MINUTE);
		const [sent] = await send(here, [READ]);
		const before = { messageId: sent?.messageId, phone: READ, campaign: 'Autumn', sentAt: isoNow(here), data: '{"contactId":0}' };

		expect(rows(here)).toMatchObject([
			{
				...before,
				outcome: 'inProgress',
				final: false,
				account: 'cascadeMessagingApi',
				workflowId: 'w1',
				workflowName: 'Test workflow',
				executionId: '1',
				clientMessageId: null,
				learntAt: null,
			},
		]);
		pass(here, 8 * HOUR);
		const [report] = await one.poll();

		expect(rows(here)).toMatchObject([
			{
				...before,
				outcome: 'delivered',
				final: true,
				state: 'deliver',
				deliveredBy: 'sms',
				totalPrice: report?.totalPrice,
				learntAt: isoNow(here),
				changedAt: report?.changedAt,
			},
		]);
		expect(report).toEqual({
			event: 'finalOutcome',
			messageId: sent?.messageId,
			outcome: 'delivered',
			final: true,
			state: 'deliver',
			changedAt: expect.stringMatching(/^2027-.*\+03:00$/) as string,
			deliveredBy: 'sms',
			engagement: null,
			channels: JSON.parse(String(rows(here)[0]?.channels)) as object,
			totalPrice: expect.any(Number) as number,
			phone: READ,
			clientMessageId: null,
			campaignName: 'Autumn',
			sentAt: before.sentAt,
			sendAt: null,
			sentBy: { workflowId: 'w1', workflowName: 'Test workflow', executionId: '1' },
			data: { contactId: 0 },
		});
		expect(report?.channels).toMatchObject({ sms: { outcome: 'delivered', state: 'deliver' } });
	});

	it('is reported once to each of two triggers', async () => {
		const [one, two] = [trigger(here), trigger(here)];
		await one.poll();
		await two.poll();
		const sent = await send(here, [READ, NOT_DELIVERED]);
		expect(await one.poll()).toEqual([]);
		pass(here, 8 * HOUR);

		for (const each of [one, two]) {
			const reports = await each.poll();
			expect(idsOf(reports)).toEqual(idsOf(sent));
			expect(reports.map(({ outcome, data }) => [outcome, data])).toEqual([
				['delivered', { contactId: 0 }],
				['notDelivered', { contactId: 1 }],
			]);
		}
		for (const each of [one, two, one, two]) expect(await each.poll()).toEqual([]);
	});

	it('is reported once although it was handed over twice', async () => {
		const one = trigger(here);
		await one.poll();
		const [sent] = await send(here, [READ]);
		const again = Object.entries(rows(here)[0] ?? {}).filter(([name]) => !['id', 'createdAt', 'updatedAt'].includes(name));
		tableOf(here)?.insert([Object.fromEntries(again)]);
		pass(here, 8 * HOUR);

		expect(idsOf(await one.poll())).toEqual([sent?.messageId]);
		expect(outcomesOf(rows(here))).toEqual(['delivered', 'delivered']);
	});

	it('is left alone when it belongs to another account', async () => {
		const [ours, theirs] = [trigger(here), trigger(here, { credentialId: 'another' })];
		await ours.poll();
		await theirs.poll();
		await send(here, [READ]);
		pass(here, 8 * HOUR);

		expect(await theirs.poll()).toEqual([]);
		expect(rows(here)).toMatchObject([{ final: false }]);
		expect(await ours.poll()).toHaveLength(1);
	});

	it('is not told to a trigger that hears of other outcomes or campaigns', async () => {
		const activations = [{ outcomes: ['notDelivered'] }, { campaignName: 'Spring' }, { campaignName: 'Autumn', outcomes: ['delivered'] }];
		const triggers = activations.map((parameters) => trigger(here, { parameters }));
		for (const each of triggers) await each.poll();
		const sent = await send(here, [READ, NOT_DELIVERED]);
		pass(here, 8 * HOUR);

		const heard = [];
		for (const each of triggers) heard.push(idsOf(await each.poll()));
		expect(heard).toEqual([[sent[1]?.messageId], [], [sent[0]?.messageId]]);
	});

	it('became final before a trigger was activated, so that one does not report it', async () => {
		const one = trigger(here);
		await one.poll();
		await send(here, [READ]);
		pass(here, 8 * HOUR);
		expect(await one.poll()).toHaveLength(1);
		pass(here, MINUTE);
		const newcomer = trigger(here);

		expect(await newcomer.poll()).toEqual([]);
		expect(await newcomer.poll()).toEqual([]);
	});

	it('is reported by a trigger that was activated while it was on its way', async () => {
		await trigger(here).poll();
		const [sent] = await send(here, [SLOW]);
		pass(here, MINUTE);
		const newcomer = trigger(here);
		expect(await newcomer.poll()).toEqual([]);
		pass(here, 8 * HOUR);

		expect(idsOf(await newcomer.poll())).toEqual([sent?.messageId]);
	});
});

describe('Keep For', () => {
	it('removes rows that are older, once an hour, and no other', async () => {
		const account = tableAccount(here, { keepForDays: 2 });
		const one = trigger(here, { account });
		await one.poll();
		const [old] = await send(here, [NEVER]);
		pass(here, 47 * HOUR);
		const [young] = await send(here, [NEVER]);
		await one.poll();
		expect(idsOf(rows(here))).toEqual([old?.messageId, young?.messageId]);
		pass(here, HOUR + 1);
		calls(here);
		await one.poll();

		expect(idsOf(rows(here))).toEqual([young?.messageId]);
		expect(calls(here)).toContain('DELETE /ID/rows/delete');
		pass(here, HOUR - 1);
		await one.poll();
		expect(calls(here)).not.toContain('DELETE /ID/rows/delete');
		pass(here, 1);
		await one.poll();
		expect(calls(here)).toContain('DELETE /ID/rows/delete');
	});

	it('ends the asking about what it removed, and about nothing else', async () => {
		const one = trigger(here, { account: tableAccount(here, { keepForDays: 2 }) });
		await one.poll();
		await send(here, [NEVER]);
		pass(here, 1);
		const [kept] = await send(here, [NEVER]);
		pass(here, HOUR);
		await one.poll();
		pass(here, 47 * HOUR);
		await one.poll();
		expect(idsOf(rows(here))).toEqual([kept?.messageId]);
		expect(here.simulator.requests.at(-1)).toMatchObject({ operation: 'state', recipients: 1 });
		const asked = here.simulator.requests.length;
		pass(here, HOUR - 1);
		await one.poll();

		expect(here.simulator.requests.length).toBe(asked);
		pass(here, 1);
		await one.poll();
		expect(rows(here)).toEqual([]);
		expect(here.simulator.requests.length).toBe(asked);
	});

	it('that removes all rows overlooks none that come after: n8n gives their IDs again', async () => {
		const one = trigger(here);
		await one.poll();
		await send(here, [READ, READ]);
		pass(here, 8 * HOUR);
		await one.poll();
		pass(here, 31 * 24 * HOUR);
		await one.poll();
		expect(rows(here)).toEqual([]);
		const [sent] = await send(here, [READ]);
		pass(here, 8 * HOUR);

		expect(idsOf(await one.poll())).toEqual([sent?.messageId]);
	});
});
