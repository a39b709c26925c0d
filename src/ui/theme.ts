import type { ThemeConfig } from "antd";

const LINE = "#d5d9de";
const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** One accent, grey lines instead of shadows, 14-pixel text. Every pair of text and ground has a contrast of at least 4.5. */
export const theme = (): ThemeConfig => ({
  token: {
    colorPrimary: "#1f4e8c",
    colorInfo: "#1f4e8c",
    colorLink: "#1f4e8c",
    colorLinkHover: "#173b6b",
    colorText: "#1f2328",
    colorTextSecondary: "#4d565f",
    colorTextTertiary: "#5b646d",
    colorTextDescription: "#5b646d",
    colorTextPlaceholder: "#68717b",
    colorBorder: "#b9c0c8",
    colorBorderSecondary: LINE,
    colorError: "#b42318",
    colorBgLayout: "#f4f5f7",
    borderRadius: 3,
    fontSize: 14,
    fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Helvetica Neue", Arial, sans-serif',
    controlHeight: 30,
    boxShadow: `0 0 0 1px ${LINE}`,
    boxShadowSecondary: `0 0 0 1px ${LINE}`,
    boxShadowTertiary: "none",
    motionDurationFast: "0.06s",
    motionDurationMid: "0.1s",
    motionDurationSlow: "0.14s",
    motion: !still(),
    wireframe: false,
  },
  components: {
    Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none", paddingInline: 12 },
    Form: { itemMarginBottom: 14, verticalLabelPadding: "0 0 2px" },
  },
});
