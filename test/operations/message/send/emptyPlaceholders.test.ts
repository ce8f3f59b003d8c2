import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

import { emptyPlaceholders, hintEmpty, readRefusesEmpty } from '../../../../nodes/CascadeMessaging/operations/message/send/emptyPlaceholders';
import type { EmptyPlaceholder } from '../../../../nodes/CascadeMessaging/operations/shared/templates/textReader';
import { failureOf } from '../../support/failureOf';

it('works as its default says when it is not set', () => {
	expect(emptyPlaceholders.default).toBe('sendAnyway');
	expect([undefined, {}, { emptyPlaceholders: 'sendAnyway' }].map(readRefusesEmpty)).toEqual([false, false, false]);
	expect(readRefusesEmpty({ emptyPlaceholders: 'refuse' })).toBe(true);
	expect(failureOf(() => readRefusesEmpty({ emptyPlaceholders: 'x' }))).toMatchObject({
		code: 'valueNotReadable', field: 'Empty Placeholders', message: 'Empty Placeholders must be one of sendAnyway, refuse.',
	});
});

function hints(empty: EmptyPlaceholder[]): NodeExecutionHint[] {
	const given: NodeExecutionHint[] = [];
	const context = { getInputData: () => [{}, {}, {}], addExecutionHints: (hint: NodeExecutionHint) => given.push(hint) };
	hintEmpty(context as unknown as IExecuteFunctions, empty);
	return given;
}

const first = { item: 1, field: 'SMS Text', source: '{{ $json.name }}' };
const END = 'To keep such items from being sent, set the option Empty Placeholders to Refuse Item.';

it('counts them and names the first', () => {
	expect(hints([])).toEqual([]);
	expect(hints([first])).toEqual([
		{
			type: 'warning',
			location: 'outputPane',
			message: `Texts with gaps: 1 placeholder gave nothing, in 1 of 3 items. The first is {{ $json.name }} in SMS Text of item 1. ${END}`,
		},
	]);
	expect(hints([first, { ...first, field: 'Viber Text' }, { ...first, item: 2 }])[0]?.message).toBe(
		`Texts with gaps: 3 placeholders gave nothing, in 2 of 3 items. The first is {{ $json.name }} in SMS Text of item 1. ${END}`,
	);
});
