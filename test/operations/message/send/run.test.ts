import { NodeOperationError } from 'n8n-workflow';

import { beginRun, safely } from '../../../../nodes/CascadeMessaging/operations/message/send/run';
import { fakeContext } from '../../support/fakeContext';
import { sendRun } from '../../support/sendRun';

it('reads what holds for the whole run: its settings, its account, and what earlier tries did', async () => {
	const line = { item: 0, json: { phone: '79000000001', messageId: '501' } };
	const { run, context } = await sendRun({ parameters: { options: { timeout: 30 } }, kept: { sentBefore: { '0': { lines: [line] } } } });

	expect(run.context).toBe(context);
	expect(run.settings).toMatchObject({ timeoutSeconds: 30, retries: 0 });
	expect(run.account.baseUrl).toBe('https://gateway.example');
	expect(run.memory.recall(0, { phone: '79000000001' })).toEqual(line);
	expect(run.parameters.read('defaultCountry', 0)).toBe('RU');
});

it('takes its settings from the first item, and does without any', async () => {
	const asked: number[] = [];
	await sendRun({
		parameters: {
			options: (item: number) => {
				asked.push(item);
				return {};
			},
		},
	});
	expect(asked).toEqual([0]);
	expect((await beginRun(fakeContext().context)).settings).toMatchObject({ retries: 3 });
});

it('does not begin where an option makes no sense, or the credential cannot be used', async () => {
	await expect(sendRun({ parameters: { options: { timeout: 0 } } })).rejects.toMatchObject({ code: 'valueNotReadable' });
	await expect(sendRun({ credential: { timeZone: 'Moon' } })).rejects.toThrow(NodeOperationError);
});

describe('once a request is out', () => {
	it('a fault of the node is logged without secrets, and does no harm', async () => {
		const { run, logged } = await sendRun();
		const stumble = (): never => {
			throw new TypeError('hunter2 is undefined');
		};

		expect(await safely(run, stumble, 'instead')).toBe('instead');
		expect(await safely(run, async () => await Promise.reject(new TypeError('later')), 'instead')).toBe('instead');
		expect(logged).toEqual([expect.stringContaining('TypeError: *** is undefined'), expect.stringContaining('TypeError: later')]);
	});

	it('what goes well is as it is', async () => {
		const { run, logged } = await sendRun();

		expect(await safely(run, () => 'done', 'instead')).toBe('done');
		expect(await safely(run, async () => await Promise.resolve('done later'), 'instead')).toBe('done later');
		expect(logged).toEqual([]);
	});
});
