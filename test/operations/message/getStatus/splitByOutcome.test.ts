import {
	isSplit,
	readSplitByOutcome,
	splitByOutcomeField,
} from '../../../../nodes/CascadeMessaging/operations/message/getStatus/splitByOutcome';
import { ParameterReader } from '../../../../nodes/CascadeMessaging/operations/shared/parameterReader';
import { fakeContext } from '../../support/fakeContext';
import { refusalOf } from '../../support/refusalOf';

it.each([
	[true, true],
	[false, false],
	[undefined, false],
	['true', false],
])('%j means %s: n8n gives the node several outputs for nothing but true', (splitByOutcome, split) => {
	const { context } = fakeContext({ parameters: { splitByOutcome } });
	expect(readSplitByOutcome(new ParameterReader(context))).toBe(split);
	expect(isSplit(context)).toBe(split);
});

it('what n8n cannot tell is refused, and of what has failed there is one output', () => {
	const { context } = fakeContext({
		parameters: {
			splitByOutcome: () => {
				throw new Error('no such node');
			},
		},
	});
	expect(refusalOf(() => readSplitByOutcome(new ParameterReader(context)))).toEqual({ code: 'valueNotReadable', message: 'no such node' });
	expect(isSplit(context)).toBe(false);
});

it('is not split where nothing is set, as the interface says', () => {
	expect(splitByOutcomeField).toMatchObject({ name: 'splitByOutcome', type: 'boolean', default: false });
});
