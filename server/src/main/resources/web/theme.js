// Before the first paint: light or dark as chosen on this device, else as the device is set.
(() => {
    const root = document.documentElement;
    const device = matchMedia("(prefers-color-scheme: dark)");
    const apply = () => {
        const theme = root.dataset.theme;
        root.dataset.bsTheme = theme === "auto" ? (device.matches ? "dark" : "light") : theme;
        document.dispatchEvent(new Event("theme"));
    };
    root.dataset.script = "on";
    apply();
    device.addEventListener("change", apply);
    document.addEventListener("click", event => {
        if (event.target.closest("[data-theme-switch]")) {
            root.dataset.theme = root.dataset.bsTheme === "dark" ? "light" : "dark";
            document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax`;
            apply();
        }
    });
})();
