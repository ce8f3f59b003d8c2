import type { INodeParameters } from 'n8n-workflow';

import type { FaultOrder, Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import { share } from '../../support/longRun';
import { secretsIn } from '../faults/run/secrets';
import { hurry } from '../hurry';
import { jsonOf, sms } from '../send/kit';
import { run } from './kit';

hurry();
const ACCOUNT = { login: 'lo<g>&in"', password: 'p&ss"<wörd>%+ ' };
const [ANNA, BORIS] = ['79160000001', '79160000002'];
const contactList = { __rl: true, mode: 'id', value: '4' };

/** Each operation, with what it needs, and whether it changes or sends something. */
const OPERATIONS: [what: `${string}.${string}`, parameters: object, isChange: boolean][] = [
	['account.getBalance', {}, false],
	['account.getSenders', {}, false],
	['phone.lookUp', {}, false],
	['stopList.add', {}, true],
	['stopList.getMany', {}, false],
	['stopList.remove', {}, true],
	['contactList.addOrUpdate', { contactList, contactFields: { name: 'Anna' } }, true],
	['contactList.getContacts', { contactList }, false],
	['contactList.getMany', {}, false],
	['contactList.remove', { contactList }, true],
	[
		'message.sendToList',
		{ contactLists: { lists: [{ contactList }] }, cascade: { steps: [{ ...sms, text: '={{ $json.phone }}' }] } },
		true,
	],
];

/** Each kind of fault, and what it leaves of a change: nothing was done, or nobody knows. */
const FAULTS: [fault: FaultOrder['fault'], outcomes: readonly string[]][] = [
	['reset-after-body', ['unknown']],
	['reset-during-answer', ['unknown']],
	['hang', ['unknown']],
	['drip', ['unknown']],
	['cut', ['unknown']],
	['status-500', ['unknown']],
	['empty', ['unknown']],
	['html', ['unknown']],
	['echo', ['unknown']],
	['redirect', ['unknown']],
	['status-429', ['notDone', 'notSent']],
	['auth-refusal', ['refused']],
	['quoting-refusal', ['refused']],
	['close-on-connect', ['unknown', 'notDone', 'notSent']],
];

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator(ACCOUNT);
});
afterAll(() => simulator.close());
beforeEach(() => {
	simulator.reset();
	const contacts = [{ phone: ANNA, name: 'Anna' }];
	simulator.changeAccount({ stopList: [BORIS], sendsToLists: true, contactLists: [{ id: '4', name: 'Customers', contacts }] });
});

describe.each(OPERATIONS.map((one, turn) => [...one, turn] as const))('%s', (what, parameters, isChange, turn) => {
	it.each(share(FAULTS, 4, turn))(
		'under "%s" succeeds at nothing, tells each item why, and lets no secret out',
		async (fault, outcomes) => {
			simulator.faults.set(fault === 'cut' || fault === 'reset-during-answer' || fault === 'drip' ? { fault, fraction: 0.2 } : { fault });
			const result = await run(simulator, {
				what,
				parameters: parameters as INodeParameters,
				options: { timeout: 2 },
				items: [{ phone: ANNA }, { phone: BORIS }],
				onError: 'continueErrorOutput',
				account: ACCOUNT,
			});

			expect(jsonOf(result, 0)).toEqual([]);
			const failures = jsonOf(result, 1).map(({ error }) => error);
			expect(result.output[1]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
			for (const failure of failures) {
				expect(failure).toMatchObject({ code: expect.any(String) as string, message: expect.any(String) as string });
				if (isChange) expect(outcomes).toContain((failure as { outcome: string }).outcome);
				else expect(failure).not.toHaveProperty('outcome');
			}
			expect(secretsIn([result.run.data, result.thrown, result.hints], ACCOUNT)).toEqual([]);
		},
	);
});
