import { unreadable } from '../../../nodes/CascadeMessaging/operations/shared/failure';
import { readItems, thatEndRun } from '../../../nodes/CascadeMessaging/operations/shared/itemLoop';
import { fakeContext } from '../support/fakeContext';

const fault = new TypeError('x is undefined');
const ofMine = <F extends object>(failure: F): F & { mine: true } => ({ ...failure, mine: true });

it('reads each item, and what one of them throws is its failure alone, in the words of the operation', async () => {
	const { context, logged } = fakeContext({ items: 3 });
	const items = await readItems(context, ofMine, (item) => {
		if (item === 1) throw unreadable('valueNotReadable', 'Phone', 'No.');
		return `value ${item}`;
	});

	expect(items).toEqual([
		{ item: 0, value: 'value 0' },
		{ item: 1, failure: { code: 'valueNotReadable', field: 'Phone', message: 'No.', mine: true } },
		{ item: 2, value: 'value 2' },
	]);
	expect(logged).toEqual([]);
});

it('keeps the programming error behind a failure, and writes it to the log', async () => {
	const { context, logged } = fakeContext();
	const [read] = await readItems(context, ofMine, () => {
		throw fault;
	});

	expect(read).toMatchObject({ item: 0, failure: { code: 'nodeFault', mine: true } });
	expect(read).toHaveProperty('cause', fault);
	expect(logged).toHaveLength(1);
});

it.each([
	['stopWorkflow', [{ item: 1, failure: {} }]],
	['continueRegularOutput', []],
	['continueErrorOutput', []],
] as const)('what could not be read ends the run with On Error %s: %j', (onError, ending) => {
	const { context } = fakeContext({ node: { onError } });

	expect(
		thatEndRun(context, [
			{ item: 0, value: 1 },
			{ item: 1, failure: {} as never },
		]),
	).toEqual(ending);
});

it('gives nothing where there are no items', async () => {
	expect(await readItems(fakeContext({ items: 0 }).context, ofMine, () => 1)).toEqual([]);
});
