import type { CascadeAnswer, Cell, MessageAnswer, Row } from '../gateway/answer';

const HEAD = '<?xml version="1.0" encoding="utf-8" ?>';
/** Characters XML 1.0 cannot hold: controls but tab and line breaks, and the two non-characters. */
const NOT_XML = /[^\P{Cc}\t\n\r\u007F-\u009F]|[\uFFFE\uFFFF]/gu;

/**
 * Writes an answer as PROTOCOL section 3 has it, with the attribute order and line breaks of the worked examples.
 * @param withCount whether send answers carry `count_message`
 */
export function writeXml(answer: CascadeAnswer, withCount: boolean): string {
	switch (answer.kind) {
		case 'error':
			return `<?xml version="1.0" encoding="utf-8"?> <response> <error>${escape(answer.text)}</error> </response>`;
		case 'state':
			return document(answer.rows.map((row) => element('state', attributesOf(row, ['state']), row.state)));
		case 'send':
			return document(answer.messages.map((one) => message(one, withCount)));
	}
}

function document(parts: readonly string[]): string {
	return [HEAD, '<response>', ...parts, '</response>', ''].join('\n');
}

function message(answer: MessageAnswer, withCount: boolean): string {
	const lines = 'error' in answer ? [`<error>${escape(answer.error)}</error>`] : answer.rows.map((row) => information(row, withCount));
	return ['<message>', ...lines, '</message>'].join('\n');
}

/** The attributes stand in the order of the worked example, the IDs of the channels in alphabetical order. */
function information(row: Row, withCount: boolean): string {
	const names = Object.keys(row);
	const channelIds = names.filter((name) => name.startsWith('id_') && name !== 'id_message').sort();
	const usual = ['id_message', 'client_id_message', ...channelIds, 'phone', ...(withCount ? ['count_message'] : [])];
	const extra = names.filter((name) => name.startsWith('extra_'));
	const attributes = [...usual, ...extra].flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]] as const]));
	return element('information', attributes, row.error ?? row.state);
}

function attributesOf(row: Row, without: readonly string[]): (readonly [string, Cell])[] {
	return Object.entries(row).filter(([name]) => !without.includes(name));
}

function element(name: string, attributes: readonly (readonly [string, Cell])[], text: Cell | undefined): string {
	const written = attributes.map(([key, value]) => ` ${key}="${escape(String(value))}"`).join('');
	return `<${name}${written}>${escape(String(text ?? ''))}</${name}>`;
}

/** Characters that XML cannot hold at all are left out: they come from what a sender wrote. */
function escape(text: string): string {
	return text
		.replace(NOT_XML, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll('\n', '&#10;');
}
