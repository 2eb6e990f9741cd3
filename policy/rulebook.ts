import type { FactName, Facts, FactValue } from '../domain/facts.ts';
import type { FreightBearer, Payer, Recourse, SurchargeBearer } from '../domain/parties.ts';
import type { Text } from '../domain/text.ts';
import type { Citation } from './citation.ts';

/** Who bears the freight, line by line. */
export interface FreightRuling {
  readonly outbound: FreightBearer;
  readonly return: FreightBearer;
}

/** What an article can decide. The layers are independent: each has its own articles. */
export interface Rulings {
  /** Who makes the buyer whole. */
  readonly payer: Payer;
  /** Who bears the freight of both ways. */
  readonly freight: FreightRuling;
  /** Whom the merchant can turn to for what it paid. Asked only where the merchant pays. */
  readonly recourse: Recourse;
  /** Who bears an additional fee for another courier, a detour or a retrieval. */
  readonly surcharge: SurchargeBearer;
}

/** A layer of liability. */
export type Layer = keyof Rulings;

/** The layers in the order in which a case decides them. */
export const layers = ['payer', 'freight', 'recourse', 'surcharge'] as const satisfies readonly Layer[];

/** The rule sets an article may belong to. */
export const ruleSets = ['guides'] as const;
export type RuleSet = (typeof ruleSets)[number];

/** Facts a condition may read: the facts of the case and, below the payer layer, who pays. */
export type Known = Facts & { readonly payer?: Payer };

/** A name that a condition may read. */
export type Readable = FactName | 'payer';

/** The values a readable name can take. */
export type ReadableValue<Name extends Readable> = Name extends FactName
  ? FactValue<Name>
  : Name extends 'payer'
    ? Payer
    : never;

/** One row of a decision table: every named fact must have the value, or one of the values. */
export type Row<Name extends Readable = Readable> = {
  readonly [Fact in Name]?: ReadableValue<Fact> | readonly ReadableValue<Fact>[];
};

/** What an article decides: exactly one layer. */
export type Liability = { [L in Layer]: { readonly [K in L]: Rulings[L] } }[Layer];

/** What a ruling can be limited to. */
export type Limit = 'compensation' | 'freight';

/** One liability rule. Its condition is data. */
export interface Article<Name extends Readable = Readable> {
  /** One sentence that can be read aloud. */
  readonly title: Text;
  readonly cites: readonly [Citation, ...Citation[]];
  /** A row, or several of which any may match. */
  readonly when: Row<Name> | readonly Row<Name>[];
  readonly liability: Liability;
  /**
   * What the ruling is limited to. `compensation`: the buyer gets an agreed amount, never refund or replacement.
   * `freight`: only freight can be claimed, because the goods came back sound.
   */
  readonly limitedTo?: Limit;
  /** Articles of the same layer that give way where this one matches. */
  readonly exceptionTo?: readonly string[];
  /** The rule sets it belongs to; `guides` when absent. */
  readonly ruleSets?: readonly RuleSet[];
}

/** A combination of facts that cannot occur, and why. */
export interface Impossible<Name extends Readable = Readable> {
  readonly when: Row<Name>;
  readonly because: string;
}

/** A statement about who may never bear something, written independently of the articles. */
export interface Law<Name extends Readable = Readable> {
  readonly title: Text;
  readonly when: Row<Name>;
  readonly layer: Layer;
  /** The rulings that must not come out. */
  readonly never: (ruling: Rulings[Layer]) => boolean;
}

/** The rules of one exception type. */
export interface Rulebook<Id extends string = string> {
  /** The exception type, such as `damaged`. */
  readonly type: string;
  readonly title: Text;
  /** The facts that matter, in the order in which they are established. */
  readonly facts: readonly FactName[];
  readonly impossible: readonly Impossible[];
  readonly articles: Readonly<Record<Id, Article>>;
  readonly laws: readonly Law[];
}

/**
 * Declares the rules of one exception type. An article may read only the listed facts (and `payer`, below that
 * layer), and may name only articles of the same book as exceptions.
 */
export function rulebook<const Name extends FactName, Id extends string>(book: {
  readonly type: string;
  readonly title: Text;
  readonly facts: readonly Name[];
  readonly impossible?: readonly Impossible<NoInfer<Name>>[];
  readonly articles: {
    readonly [Key in Id]: Omit<Article<NoInfer<Name> | 'payer'>, 'exceptionTo'> & {
      readonly exceptionTo?: readonly NoInfer<Id>[];
    };
  };
  readonly laws?: readonly Law<NoInfer<Name> | 'payer'>[];
}): Rulebook<Id> {
  const { type, title, facts, impossible = [], articles, laws = [] } = book;
  return { type, title, facts, impossible, articles, laws } as Rulebook<Id>;
}

/** The layer an article decides. */
export function layerOf(article: Article): Layer {
  return layers.find((layer) => layer in article.liability) as Layer;
}

/** What an article decides on its layer. */
export function rulingOf(article: Article): Rulings[Layer] {
  return Object.values(article.liability)[0] as Rulings[Layer];
}

/** The rows of a condition, one or several. */
export function rowsOf(when: Row | readonly Row[]): readonly Row[] {
  return Array.isArray(when) ? when : [when as Row];
}
