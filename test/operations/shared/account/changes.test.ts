import { addToStopList } from '../../../../nodes/CascadeMessaging/operations/stopList';
import { isRecord, parseJson } from '../../../../nodes/CascadeMessaging/protocol';
import type { FakeNode } from '../../support/fakeContext';
import { fakeContext } from '../../support/fakeContext';
import type { Reaction } from '../../support/gateway';
import { BROKEN_OFF, gatewayThat, REFUSED } from '../../support/gateway';

const PHONES = ['79160000001', '79160000002', '79160000003'];
const done = (...entries: [phone: string, action: string][]): string =>
	JSON.stringify({ phones: entries.map(([phone, action]) => ({ phone, action })) });

/** Adds to the stop list at a gateway that reacts so; tells the lines, and how often the gateway was asked. */
async function add(reaction: Reaction | ((body: string) => Reaction), fake: FakeNode = {}): Promise<{ lines: unknown[]; asked: number }> {
	const gateway = gatewayThat(reaction);
	const parameters = { phone: PHONES.join(','), defaultCountry: 'RU', options: { retries: 0 } };
	const { context } = fakeContext({ parameters, http: gateway.http, node: { onError: 'continueRegularOutput' }, ...fake });
	const [output = []] = await addToStopList.run(context);
	return { lines: output.map(({ json }) => json), asked: gateway.bodies.length };
}

const failed = (phone: string, code: string, outcome: string, message: string): unknown => ({
	...{ phone, done: null },
	error: { code, outcome, message, phone },
});

it('what the gateway says of each phone is told, wherever it stands', async () => {
	const { lines } = await add(done(['79160000003', 'add'], ['79160000002', 'not_found'], ['+7 916 000-00-01', 'ADD']));

	expect(lines).toEqual([
		{ phone: '79160000001', done: 'added' },
		{ phone: '79160000002', done: 'notFound' },
		{ phone: '79160000003', done: 'added' },
	]);
});

it('a phone the gateway is silent about, or says something else of, may have been put there', async () => {
	const { lines } = await add(done(['79160000001', 'add'], ['79160000002', 'busy']));

	expect(lines.slice(1)).toEqual([
		failed('79160000002', 'notConfirmed', 'unknown', '79160000002 may have been put on the stop list. The gateway says: busy'),
		failed(
			'79160000003',
			'notConfirmed',
			'unknown',
			'79160000003 may have been put on the stop list. The gateway does not say what it did.',
		),
	]);
});

it.each<[Reaction, string]>([
	[REFUSED, 'notDone'],
	[BROKEN_OFF, 'unknown'],
	[JSON.stringify({ error: 'Неверный логин или пароль' }), 'refused'],
	[{ status: 404, text: '<html></html>' }, 'notDone'],
	['<html></html>', 'unknown'],
	[JSON.stringify({ error: 'Неизвестный тип запроса' }), 'notDone'],
	['{"phones": 1, "x', 'unknown'],
	['', 'unknown'],
])('%p leaves each phone %s', async (reaction, outcome) => {
	const { lines } = await add(reaction);

	expect(lines.map((line) => isRecord(line) && isRecord(line.error) && line.error.outcome)).toEqual([outcome, outcome, outcome]);
});

it('once stopped, nothing is asked', async () => {
	const { lines, asked } = await add(done(), { signal: AbortSignal.abort() });

	expect(asked).toBe(0);
	expect(lines[0]).toEqual(
		failed('79160000001', 'notReached', 'notDone', '79160000001 was not put on the stop list. The execution was stopped before.'),
	);
});

it('with On Error “stop” a phone that failed ends the run, and what was done is in the error', async () => {
	const answer = (body: string): string => {
		const asked = parseJson(body);
		const phones = isRecord(asked) && Array.isArray(asked.add_stop) ? asked.add_stop.map(String) : [];
		return done(...phones.slice(1).map((phone): [string, string] => [phone, 'add']));
	};
	await expect(add(answer, { node: {} })).rejects.toMatchObject({
		message: '79160000001 may have been put on the stop list. The gateway does not say what it did.',
		description:
			'2 changes were made, and stand in the details under Error data. The run may safely be repeated: what was done already is not done twice.',
		context: { data: { accepted: [{ phone: '79160000002', done: 'added' }, { done: 'added' }], failed: [{ phone: '79160000001' }] } },
	});
});
