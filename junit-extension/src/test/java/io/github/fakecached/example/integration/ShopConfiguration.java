package io.github.fakecached.example.integration;

import java.io.IOException;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.XMemcachedClientBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The configuration of an application with Spring Boot, that takes the servers from the property {@code cache.servers}. */
@Configuration
class ShopConfiguration {

    @Bean(destroyMethod = "shutdown")
    MemcachedClient memcachedClient(@Value("${cache.servers}") String servers) throws IOException {
        return new XMemcachedClientBuilder(servers.replace(',', ' ')).build();
    }

    @Bean
    PriceCache priceCache(MemcachedClient client) {
        return new PriceCache(client);
    }
}
