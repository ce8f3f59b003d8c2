import type { IExecuteFunctions } from 'n8n-workflow';

import { simplifier } from '../../../nodes/CascadeMessaging/operations/shared/simplify';

const JSON_OF_ITEM = { phone: '79000000001', parts: 1 };
const shown = (parameter: () => unknown) => simplifier({ getNodeParameter: parameter } as unknown as IExecuteFunctions)(JSON_OF_ITEM);

it('shows everything unless it is to simplify', () => {
	expect(shown(() => true)).toEqual({ phone: '79000000001' });
	for (const other of [false, undefined, 'true']) expect(shown(() => other)).toBe(JSON_OF_ITEM);
});

it('shows everything where n8n cannot give the parameter: what was sent is told, whatever happens', () => {
	const fails = () => {
		throw new Error('No such node');
	};
	expect(shown(fails)).toBe(JSON_OF_ITEM);
});
