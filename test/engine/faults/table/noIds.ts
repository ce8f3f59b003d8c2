import type { Row } from './row';

const UNKNOWN = 'UUURU notAnswered';

/** Values that are no message IDs. Over GET those in words are a refusal, as the manual has it: nobody can notice. */
export const noIdRows: readonly Row[] = [
	row('-1', 'ids-negative', UNKNOWN),
	row('null', 'ids-null', UNKNOWN),
	row('error', 'ids-error', 'XXXRX'),
	row('1.17e+18', 'ids-exponent', UNKNOWN),
	row('Нет', 'ids-no', 'XXXRX'),
];

function row(id: string, fault: string, get: string): Row {
	return {
		name: `ID ${id}`,
		title: `\`${id}\` where message IDs should be`,
		fault: { fault },
		expect: {
			...{ json: `${UNKNOWN} ×1`, xml: `${UNKNOWN} ×1`, get: `${get} ×2` },
			...{ jsonNumbered: 'PPPRP ×2', xmlNumbered: 'PPPRP ×2' },
			...{ statusJson: 'UUU notAnswered ×1', statusXml: 'UUU notAnswered ×1', statusGet: 'TTT ×3' },
			...{ pollJson: 'LL ×1', pollXml: 'LL ×1' },
		},
	};
}
