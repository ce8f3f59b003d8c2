import type { IExecuteFunctions, INode } from 'n8n-workflow';

import type { Failure as SharedFailure } from '../../../nodes/CascadeMessaging/operations/shared/failure';
import type { Line as SharedLine } from '../../../nodes/CascadeMessaging/operations/shared/lines';
import { toOutput } from '../../../nodes/CascadeMessaging/operations/shared/output';
import type { Telling } from '../../../nodes/CascadeMessaging/operations/shared/telling';

const node: INode = { id: '1', name: 'Send', type: 'cascadeMessaging', typeVersion: 1, position: [0, 0], parameters: {} };

/** n8n's context for a node that is set so; `continueOnFail` is what older n8n saved in place of `onError`. */
function contextOf(settings: Pick<INode, 'onError' | 'continueOnFail'>): IExecuteFunctions {
	const goesOn = settings.continueOnFail === true || (settings.onError ?? 'stopWorkflow') !== 'stopWorkflow';
	return { getNode: () => ({ ...node, ...settings }), continueOnFail: () => goesOn } as unknown as IExecuteFunctions;
}

/** How a made-up operation tells of failures. */
interface Failure extends SharedFailure {
	readonly outcome?: string;
	readonly phone?: string;
	readonly messageId?: string;
}

type Line = SharedLine<Failure>;

const telling: Telling<Failure> = {
	fromReading: (failure) => failure,
	besideError: ({ phone = null }) => ({ phone, accepted: false }),
	describeStop: (failures, done) => [...failures.map(({ code }) => code), `${done.length} did not.`],
};

const failure: Failure = { code: 'phoneInvalid', outcome: 'notSent', message: 'No phone.', field: 'Phone', phone: '12' };
const ERROR = { message: 'No phone.', code: 'phoneInvalid', outcome: 'notSent', field: 'Phone', phone: '12' };
const good: Line = { item: 0, json: { phone: '79000000001', accepted: true } };
const bad: Line = { item: 1, failure };

it('what went well is shown as its operation shows it, what failed is told whole', () => {
	const shownBy = () => () => ({ shown: true });
	const [items] = toOutput(contextOf({ onError: 'continueRegularOutput' }), { ...telling, shownBy }, [good, bad]);

	expect(items?.map(({ json }) => json)).toEqual([{ shown: true }, { phone: '12', accepted: false, error: ERROR }]);
});

describe('a failed line', () => {
	it('is `error` and nothing else with the error output: any other key would lead n8n 1.x to call it a success', () => {
		const [items] = toOutput(contextOf({ onError: 'continueErrorOutput' }), telling, [good, bad]);

		expect(items).toEqual([
			{ json: { phone: '79000000001', accepted: true }, pairedItem: { item: 0 } },
			{ json: { error: ERROR }, pairedItem: { item: 1 } },
		]);
	});

	it.each([{ onError: 'continueRegularOutput' } as const, { continueOnFail: true }])(
		'has its columns beside `error` with %j',
		(settings) => {
			const [items] = toOutput(contextOf(settings), telling, [bad, good]);

			expect(items?.map(({ json }) => json)).toEqual([
				{ phone: '12', accepted: false, error: ERROR },
				{ phone: '79000000001', accepted: true },
			]);
		},
	);

	it('says what its operation says of it, and no more: of a question there is no outcome', () => {
		const other: Failure = { code: 'timedOut', message: 'No answer.', messageId: '7' };
		const plain = { code: 'phoneInvalid', message: 'No phone.', field: 'Phone', phone: '12' };
		const lines: Line[] = [{ item: 1, failure: plain }, { item: 2, failure: other }, good];
		const [items] = toOutput(contextOf({ onError: 'continueErrorOutput' }), telling, lines);

		const told = { message: 'No phone.', code: 'phoneInvalid', field: 'Phone', phone: '12' };
		expect(items?.map(({ json }) => json.error)).toEqual([told, { message: 'No answer.', code: 'timedOut', messageId: '7' }, undefined]);
	});
});

describe('several outputs', () => {
	it('hold each line where it belongs, in order, and none is left out', () => {
		const context = contextOf({ onError: 'continueRegularOutput' });
		const asked: unknown[] = [];
		const split: Telling<Failure> = {
			...telling,
			outputOf: (...args) => {
				asked.push(args);
				return 2;
			},
		};
		const lines: Line[] = [{ ...good, output: 3 }, bad, good, { item: 5, output: 0, json: {} }];

		expect(toOutput(context, split, lines).map((items) => items.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 0 }, { item: 5 }],
			[],
			[{ item: 1 }],
			[{ item: 0 }],
		]);
		expect(asked).toEqual([[context, failure]]);
	});

	it('are one, and there, when nothing came out', () => {
		expect(toOutput(contextOf({}), telling, [])).toEqual([[]]);
	});
});

describe('with On Error “stop”', () => {
	it('one failed line ends the run with an error that holds all lines', () => {
		expect(thrownBy(() => toOutput(contextOf({}), telling, [good, bad, { item: 2, failure }]))).toMatchObject({
			name: 'NodeOperationError',
			message: 'No phone.',
			description: 'phoneInvalid phoneInvalid 1 did not.',
			context: {
				itemIndex: 1,
				data: {
					accepted: [{ item: 0, phone: '79000000001', accepted: true }],
					failed: [
						{ item: 1, ...failure },
						{ item: 2, ...failure },
					],
				},
			},
		});
	});

	it('lines that went well are the output', () => {
		expect(toOutput(contextOf({}), telling, [good])).toEqual([[{ json: good.json, pairedItem: { item: 0 } }]]);
	});
});

function thrownBy(act: () => unknown): unknown {
	try {
		return act();
	} catch (error) {
		return error;
	}
}
