import type { Catalog } from "../model/catalog.ts";
import { isDistinctive, wordsOf } from "../model/words.ts";
import { fieldNamed } from "./field-names.ts";

/** What the classes of exceptions are called that stand for no code of their own. */
const general =
  /^(?:.*(?:SDK|Sdk|Http|HTTP|Client|Server|Service|Amazon\w*|Runtime|IO|Web|Request|Response|Unmarshalling|Tea|Bce\w*|OSS|Oss|Cos\w*|Log|Fc|S3|EC2|Ec2|DynamoDb|Sqs|Sns|Sts|Iam|Kms|Lambda|Ecs|Rds|CloudFormation|DynamoDB))?(?:Exception|Error)$/;
/** The package of a class. */
const packages = /^(?:[a-z_][\w$]*\.)+(?=[A-Z])|^(?:\w+(?:\.|::|\\))+(?=[A-Z]\w*(?:Exception|Error)$)/;
/** The states of operating systems and of Node that stand where a code does. */
const ofSystem = /^E[A-Z]{3,}$|^ERR_[A-Z_\d]+$/;

/** The words that are error codes, as far as a catalog knows. */
export class Vocabulary {
  readonly #catalog: Catalog;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  isOfficial(code: string): boolean {
    return this.#catalog.isOfficial(code);
  }

  /**
   * Returns the code that a word before a message stands for: the word, or the code of which it is the class of the
   * exception. Returns undefined for general exceptions and for ordinary words.
   */
  codeOf(word: string, isOfSdk = false): string | undefined {
    const name = this.isOfficial(word) ? word : word.replace(packages, "");
    if (fieldNamed(name) !== undefined || /^https?$/i.test(name) || ofSystem.test(name)) return undefined;
    const bare = name.replace(/(?:Exception|Error)$/, "");
    // NoSuchBucketException is the class for NoSuchBucket, while LimitExceededException is a code itself.
    const isClassOfCode = this.#isExplained(bare) && !this.#isExplained(name);
    for (const code of isClassOfCode ? [bare, name] : [name, bare])
      if (code !== "" && this.isOfficial(code) && (isOfSdk || hasTwoWords(code)) && !ordinary.has(code))
        return code;
    const isClass = name !== bare;
    return isOfSdk && !general.test(name) && hasTwoWords(name) && (isDistinctive(name) || isClass)
      ? name
      : undefined;
  }

  #isExplained(code: string): boolean {
    return this.#catalog.entriesOf(code).some(({ basis }) => basis !== "name");
  }

  /** Whether a word is the class of exceptions that stand for no code of their own, although it may also be a code. */
  isGeneral(word: string): boolean {
    return general.test(word.replace(packages, ""));
  }

  /** Whether the value of a field that names a code can be one; `isSure` if other fields of an error stand beside it. */
  isPlausible(code: string, isSure: boolean): boolean {
    if (isSure && /^[A-Z]\w{2,60}(?: [A-Z]\w{2,60}){1,2}$/.test(code)) return true;
    if (!/^[\p{L}\d_][\w.:-]{0,199}$/u.test(code) || ofSystem.test(code)) return false;
    if (this.isOfficial(code)) return true;
    if (!/[A-Za-z]/.test(code)) return false;
    return isDistinctive(code) || (isSure && (/^[A-Z]/.test(code) || /[._-]/.test(code)));
  }
}

/** Official codes that are ordinary words of logs. */
const ordinary = new Set([
  "Error",
  "Failed",
  "Failure",
  "Unknown",
  "User",
  "Message",
  "Internal",
  "Success",
  "OK",
]);

function hasTwoWords(code: string): boolean {
  return wordsOf(code).length > 1;
}
