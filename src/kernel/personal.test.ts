import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  findMasked,
  findPersonal,
  hasPersonal,
  maskAs,
  maskBankAccount,
  maskIdentity,
  maskName,
  maskPersonal,
  maskPhone,
  maskWithin,
  personal,
} from "#kernel/personal.ts";

test.each([
  [maskPhone, "13812345678", "138****5678"],
  [maskPhone, "023-65551234", "023****1234"],
  [maskPhone, "1234", "****"],
  [maskIdentity, "500107199001011234", "5001**********1234"],
  [maskIdentity, "12345", "****"],
  [maskBankAccount, "6222021234567890123", "****0123"],
  [maskBankAccount, "123", "****"],
  [maskName, "张三", "张**"],
  [maskName, "欧阳震华", "欧**"],
  [maskName, "𠮷田", "𠮷**"],
  [(text: string) => maskAs("names", text), "王经理、李总, 赵工", "王**、李**, 赵**"],
  [maskWithin, "联系人电话13812345678，身份证500107199001011234", "联系人电话138****5678，身份证5001**********1234"],
  [maskWithin, "打款至 6222 0212 3456 7890 123", "打款至 ****0123"],
  [maskWithin, "代码 91500107203293584X、金额 1300000000 元、合同 13800001", "代码 91500107203293584X、金额 1300000000 元、合同 13800001"],
] as const)("%o %s → %s", (mask, given, shown) => {
  expect(mask(given)).toBe(shown);
  expect(mask("")).toBe("");
});

const Contact = z.object({ name: personal("name", z.string().trim().max(40)), phone: personal("phone", z.string()).nullable() });
type Tree = { readonly contact: z.infer<typeof Contact>; readonly below: readonly Tree[] };
const Tree: z.ZodType<Tree> = z.lazy(() => z.object({ contact: Contact, below: z.array(Tree) }));
const Reply = z.object({
  id: z.string(),
  contact: Contact.optional(),
  list: z.array(Contact),
  byId: z.record(z.string(), Contact),
  pair: z.tuple([z.string(), Contact]),
  either: z.union([
    z.object({ kind: z.literal("a"), phone: z.string() }),
    z.object({ kind: z.literal("b"), phone: personal("phone", z.string()) }),
  ]),
  form: personal("text", z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
  tree: Tree,
});
const contact = { name: "张三", phone: "13812345678" };
const masked = { name: "张**", phone: "138****5678" };

describe("by the mark in the contract", () => {
  test("everything that is marked is masked, wherever it stands; nothing else is touched", () => {
    const value = {
      id: "13812345678",
      contact,
      list: [contact, { name: "李四", phone: null }],
      byId: { a: contact },
      pair: ["13812345678", contact],
      either: { kind: "b", phone: "13812345678" },
      form: { said: "电话 13812345678", count: 7 },
      tree: { contact, below: [{ contact, below: [] }] },
    };
    const shown = maskPersonal(Reply, value);
    expect(shown).toEqual({
      id: "13812345678",
      contact: masked,
      list: [masked, { name: "李**", phone: null }],
      byId: { a: masked },
      pair: ["13812345678", masked],
      either: { kind: "b", phone: "138****5678" },
      form: { said: "电话 138****5678", count: 7 },
      tree: { contact: masked, below: [{ contact: masked, below: [] }] },
    });
    expect(value.contact).toEqual(contact);
    expect(findPersonal(Reply, value)).toHaveLength(2 + 3 + 2 + 2 + 1 + 1 + 4);
    expect(findPersonal(Reply, shown).filter(({ kind }) => kind === "text")).toEqual([]);
    expect(maskPersonal(Reply, { ...value, either: { kind: "a", phone: "13812345678" } }).either.phone).toBe("13812345678");
  });

  test("a schema without marks is not looked at", () => {
    expect(hasPersonal(z.object({ name: z.string(), parts: z.array(z.object({ phone: z.string() })) }))).toBe(false);
    type Rule = { readonly all: readonly Rule[] };
    const Rule: z.ZodType<Rule> = z.lazy(() => z.object({ all: z.array(Rule) }));
    expect(hasPersonal(z.object({ rule: Rule }))).toBe(false);
    expect(hasPersonal(Reply)).toBe(true);
    expect(hasPersonal(Contact.partial().extend({ more: z.string() }))).toBe(true);
  });

  test("a masked value that is sent back is named", () => {
    expect(findMasked(Reply, { contact: masked })).toBe("contact.name");
    expect(findMasked(Reply, { list: [{ name: "张三", phone: "138****5678" }] })).toBe("list.0.phone");
    expect(findMasked(Reply, { contact, form: { said: "注：**重要**" } })).toBeUndefined();
  });
});

test("no telephone, identity or account number is left readable, however it is written", () => {
  const digits = (length: number) => fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: length, maxLength: length });
  const phone = fc.tuple(fc.constantFrom("13", "15", "18", "19"), digits(9)).map((parts) => parts.join(""));
  fc.assert(
    fc.property(phone, fc.string({ unit: fc.constantFrom(..."甲乙：，。 "), maxLength: 6 }), (number, around) => {
      for (const text of [maskPhone(number), maskWithin(`${around}${number}${around}`)]) {
        expect(text).not.toContain(number);
        expect(text).not.toMatch(/\d{8,}/);
      }
    }),
  );
  fc.assert(
    fc.property(digits(19), (account) => {
      expect(maskBankAccount(account)).not.toMatch(/\d{5,}/);
    }),
  );
});
