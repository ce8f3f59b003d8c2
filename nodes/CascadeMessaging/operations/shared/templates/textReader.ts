import { isBlank, shorten, trimBlanks } from '../../../protocol';
import type { ItemError } from '../failure';
import { unreadable } from '../failure';
import { toText } from '../values';
import { align } from './alignment';
import { brokenWordsIn, brokenWordsMade, mayHoldBrokenWords } from './brokenWords';
import type { Given } from './given';
import { MadeBy } from './given';
import type { Placeholder, Template } from './template';
import { inText, isExpression, takeApart } from './template';

/** A placeholder that gave nothing, and where. */
export interface EmptyPlaceholder {
	readonly item: number;
	/** As the interface calls it. */
	readonly field: string;
	/** `{{ … }}`, as the user wrote it. */
	readonly source: string;
}

/** How a run reads texts: what it does about empty placeholders, and how it asks n8n for a single one. */
interface TextRules {
	/** Whether an item with an empty placeholder fails; else they are counted. */
	readonly refusesEmpty: boolean;
	/** The value of a `{{ … }}` for an item. Costs an evaluation, so it is asked only for what the text itself does not show. */
	readonly evaluate: (source: string, item: number) => unknown;
}

/** Reads the texts of a run's items and refuses broken ones. Takes each template apart only once. */
export class TextReader {
	/** The empty placeholders found so far, where they are not refused. */
	readonly empty: EmptyPlaceholder[] = [];
	readonly #templates = new Map<string, Template>();

	constructor(readonly rules: TextRules) {}

	/** The reader for the texts of one item. */
	of(item: number): ItemTexts {
		return new ItemTexts(this, item);
	}

	/** A template in its pieces. */
	templateOf(expression: string): Template {
		const known = this.#templates.get(expression);
		if (known !== undefined) return known;
		const template = takeApart(expression);
		this.#templates.set(expression, template);
		return template;
	}
}

/** Reads texts of one item. All methods throw `ItemError`. */
export class ItemTexts {
	readonly #reader: TextReader;
	readonly #item: number;
	constructor(reader: TextReader, item: number) {
		this.#reader = reader;
		this.#item = item;
	}

	/** A text that reaches the customer: free of broken words an expression made, and of empty placeholders if the run refuses them. */
	text(given: Given, field: string): string {
		const text = toText(given.value, field);
		this.#refuseBroken(given, text, field);
		this.noteEmpty(given, text, field);
		return text;
	}

	/** As `text`; `undefined` when there is none. */
	optionalText(given: Given, field: string): string | undefined {
		const text = this.text(given, field);
		return isBlank(text) ? undefined : text;
	}

	/** A name, URL or ID: as `text`, without the blanks around it; `undefined` when there is none. */
	name(given: Given, field: string): string | undefined {
		const text = trimBlanks(this.text(given, field));
		return text === '' ? undefined : text;
	}

	/** A text that identifies the message: here an empty placeholder is always refused, unless the whole text is empty. */
	identifier(given: Given, field: string): string {
		const text = toText(given.value, field);
		this.#refuseBroken(given, text, field);
		if (isBlank(text)) return '';
		const [empty] = this.#emptyOf(given, text, true);
		if (empty === undefined) return trimBlanks(text);
		const message = `${field} is "${shorten(text, 60)}", but ${empty.source} gave nothing. Every later message to the same phone with this ${field} would be taken for a repeat and not sent. Fill in the data, or drop the placeholder.`;
		throw unreadable('keyIncomplete', field, message);
	}

	/** Refuses or counts the empty placeholders of a text. Called by itself for one whose parts are checked elsewhere, such as JSON. */
	noteEmpty(given: Given, text: string, field: string): void {
		const { rules, empty } = this.#reader;
		const found = this.#emptyOf(given, text, rules.refusesEmpty).filter(({ code }) => !MEANS_NOTHING.test(code));
		const [first] = found;
		if (first !== undefined && rules.refusesEmpty) throw emptyRefused(first, field);
		for (const { source } of found) empty.push({ item: this.#item, field, source });
	}

	#refuseBroken({ typed }: Given, text: string, field: string): void {
		const expression = typed instanceof MadeBy ? typed.expression : typed;
		if (!isExpression(expression) || !mayHoldBrokenWords(text)) return;
		const { literals, placeholders } = this.#reader.templateOf(expression);
		const spans = expression === typed ? (align(literals, text) ?? []) : [];
		// Broken words that stick to a literal are found only by looking at the value alone.
		const alone = spans.flatMap(({ least, most }) => (least === most ? brokenWordsIn(most) : []));
		const [words] = [...brokenWordsMade(text, literals), ...alone];
		if (words === undefined) return;
		throw broken(words, placeholders.find((_, index) => spans[index]?.most.includes(words)) ?? placeholders[0], field);
	}

	/** The placeholders that gave nothing. What the text alone does not show is evaluated if `mustKnow`, else not counted. */
	#emptyOf({ typed }: Given, text: string, mustKnow: boolean): Placeholder[] {
		if (!isExpression(typed)) return [];
		const { literals, placeholders } = this.#reader.templateOf(typed);
		const spans = align(literals, text);
		return placeholders.filter(({ source }, index) => {
			const span = spans?.[index];
			if (span !== undefined && !isBlank(span.least)) return false;
			if (span !== undefined && isBlank(span.most)) return true;
			return mustKnow && isBlank(inText(this.#reader.rules.evaluate(source, this.#item)));
		});
	}
}

/** A literal empty text in a fallback or a condition: its author means that there may be nothing. */
const MEANS_NOTHING = /(?:\?\?|\|\||[?:])\s*(?:''|""|``)|\$if(?:Empty)?\([^]*,\s*(?:''|""|``)\s*\)/;

function emptyRefused({ source }: Placeholder, field: string): ItemError {
	const message = `${field}: ${source} gave nothing, and the option Empty Placeholders says to refuse such items. Fill in the data, or give a text for this case, such as {{ $json.name ?? "friend" }}.`;
	return unreadable('placeholderEmpty', field, message);
}

function broken(words: string, maker: Placeholder | undefined, field: string): ItemError {
	const from = maker === undefined ? '' : ` (${shorten(maker.source, 80)})`;
	const message = `${field} would read "${shorten(words, 60)}", which an expression made${from}. Point it at a field that holds text, or give a text for this case, such as {{ $json.name ?? "friend" }}.`;
	return unreadable('textBroken', field, message);
}
